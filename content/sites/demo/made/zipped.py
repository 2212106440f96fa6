"""Packs files into a zip that is the same to the byte on every machine; what zlib makes of them depends on which zlib it is."""
import struct
import zlib

OLDEST_DAY = 0x0021  # 1980-01-01, as zip counts days: the time of packing is nobody's business


def turned(code, length):
    return int(f"{code:0{length}b}"[::-1], 2)


def length_codes():
    """Length of a repeat -> (bits, how many), in the fixed code of RFC 1951."""
    codes, length = {}, 3
    for symbol in range(257, 285):
        extra = max(0, (symbol - 261) // 4)
        bits, count = (turned(symbol - 256, 7), 7) if symbol < 280 else (turned(symbol - 88, 8), 8)
        for more in range(1 << extra):
            codes[length + more] = (bits | more << count, count + extra)
        length += 1 << extra
    codes[258] = (turned(285 - 88, 8), 8)
    return codes


LITERALS = [(turned(byte + 0x30, 8), 8) if byte < 144 else (turned(byte + 256, 9), 9) for byte in range(256)]
LENGTHS = length_codes()


def distance_code(distance):
    if distance <= 4:
        return turned(distance - 1, 5), 5
    extra = (distance - 1).bit_length() - 2
    symbol = 2 * extra + ((distance - 1) >> extra)
    return turned(symbol, 5) | ((distance - 1) & ((1 << extra) - 1)) << 5, 5 + extra


def deflate(data):
    """One block with the fixed code. A repeat is looked for only where the same four bytes stood last."""
    out, held, count, last, at = bytearray(), 0b011, 3, {}, 0
    while at < len(data):
        four = data[at:at + 4]
        found, length = last.get(four), 0
        last[four] = at
        if found is not None and at - found <= 32768:
            length, most = 4, min(258, len(data) - at)
            while length < most and data[found + length] == data[at + length]:
                length += 1
            for inside in range(at + 1, at + length):
                last[data[inside:inside + 4]] = inside
            bits, more = LENGTHS[length]
            held, count = held | bits << count, count + more
            bits, more = distance_code(at - found)
        else:
            bits, more = LITERALS[data[at]]
        held, count, at = held | bits << count, count + more, at + max(1, length)
        while count >= 8:
            out.append(held & 255)
            held, count = held >> 8, count - 8
    out += (held & ((1 << count) - 1)).to_bytes(2, "little")  # the end of the block is seven zeros
    return bytes(out[:len(out) - (count + 7 <= 8)])


def packed(files):
    """{name: bytes} as the bytes of a zip."""
    local, central = bytearray(), bytearray()
    for name, data in files.items():
        small = deflate(data)
        facts = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, OLDEST_DAY, zlib.crc32(data), len(small), len(data), len(name), 0)
        central += b"PK\x01\x02\x14\x00" + facts + struct.pack("<HHHII", 0, 0, 0, 0, len(local)) + name.encode()
        local += b"PK\x03\x04" + facts + name.encode() + small
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(central), len(local), 0)
    return bytes(local + central + b"PK\x05\x06" + end)
