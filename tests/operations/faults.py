"""What a source may answer on a bad night. A fault gets the socket after the question has come (or before TLS, where it says so); `outcome` is
the code that the run warns of when it goes on with the last good copy."""
import gzip
import time

CSV = b"Content-Type: text/csv\r\n"


def answer(head, body=b""):
    return lambda to: to.sendall(head + b"\r\n" + body)


def ok(body, *fields):
    return b"HTTP/1.1 200 OK\r\n" + CSV + b"".join(field + b"\r\n" for field in fields) + b"Connection: close\r\n", body


def status(line, *fields, body=b"abc"):
    return answer(b"HTTP/1.1 " + line + b"\r\nContent-Length: %d\r\nConnection: close\r\n" % len(body) + b"".join(field + b"\r\n" for field in fields), body)


def with_length(body, *fields):
    return answer(*ok(body, b"Content-Length: %d" % len(body), *fields))


def slowly(parts, pause):
    def fault(to):
        for part in parts:
            to.sendall(part)
            time.sleep(pause)
    return fault


def silent(to):
    time.sleep(8)


def endless_headers(to):
    to.sendall(b"HTTP/1.1 200 OK\r\n")
    for i in range(20000):
        to.sendall(b"X-Fill-%d: %s\r\n" % (i, b"x" * 60))


def not_tls(to):
    to.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")


def cut_before_tls(to):
    to.close()


not_tls.before_tls = cut_before_tls.before_tls = True


def all_faults(good):
    """(name, fault, code) where `good` is the file as it should be."""
    lines = good.splitlines(keepends=True)
    packed = gzip.compress(good)
    gz = b"Content-Encoding: gzip"
    fewer = b"".join(lines[:2])
    renamed = good.replace(b"unit_id", b"enhetsnummer_ny", 1)
    without_optional = b"\n".join(b";".join(cell for i, cell in enumerate(line.split(b";")) if i != gone(lines)) for line in good.splitlines()) + b"\n"
    return (
        ("the server is closed", None, "wire-refused"),
        ("the connection ends before TLS", cut_before_tls, None),
        ("no TLS at all", not_tls, "wire-tls"),
        ("an answer that never comes", silent, None),
        ("headers without end", endless_headers, None),
        ("a body that is cut", answer(*ok(good[:100], b"Content-Length: %d" % len(good))), None),
        ("a body that is cut, in chunks", answer(*ok(b"%x\r\n" % len(good) + good[:80], b"Transfer-Encoding: chunked")), None),
        ("a body that comes too slowly", slowly((b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", *[b"x"] * 8), 0.9), None),
        ("gzip that is cut", with_length(packed[:-9], gz), None),
        ("gzip that goes on after its end", with_length(packed + b"more", gz), None),
        ("a bomb of gzip", with_length(gzip.compress(b"x;y\n" * 2_000_000), gz), None),
        ("a body over the limit", answer(*ok(b"x" * 2_000_000, b"Content-Length: 2000000")), None),
        ("an empty answer", status(b"200 OK", body=b""), None),
        ("204", status(b"204 No Content", body=b""), "fetch-status"),
        ("206 unasked", status(b"206 Partial Content", b"Content-Range: bytes 0-2/9"), None),
        ("401", status(b"401 Unauthorized"), None),
        ("403", status(b"403 Forbidden"), None),
        ("404", status(b"404 Not Found"), None),
        ("429", status(b"429 Too Many Requests", b"Retry-After: 0"), None),
        ("500", status(b"500 Internal Server Error"), None),
        ("503", status(b"503 Service Unavailable", b"Retry-After: 0"), None),
        ("a redirect in a ring", status(b"302 Found", b"Location: /sources/reviews.csv"), None),
        ("a redirect to http", status(b"302 Found", b"Location: http://localhost/reviews.csv"), None),
        ("a redirect to another host", status(b"302 Found", b"Location: https://127.0.0.1:1/reviews.csv"), None),
        ("a redirect to ftp", status(b"302 Found", b"Location: ftp://localhost/reviews.csv"), None),
        ("a page to log in on", with_length(b"<!DOCTYPE html><html><body>Logga in</body></html>"), "fetch-page"),
        ("an error in JSON", with_length(b'{"error": "token expired"}'), None),
        ("half the rows", with_length(fewer), "fetch-shrunk"),
        ("only headings", with_length(lines[0]), "fetch-few-rows"),
        ("a column that is called something else", with_length(renamed), None),
        ("a column that is gone", with_length(without_optional), "fetch-column-gone"),
        ("a file of quite another kind", with_length(b"\x89PNG\r\n\x1a\n" + bytes(200)), None),
    )


def gone(lines):
    return lines[0].strip().split(b";").index(b"plan_received")
