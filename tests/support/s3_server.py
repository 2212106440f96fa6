"""An S3 endpoint for tests that believes nobody: s3_server.py FOLDER PORT_FILE

Every request must be signed with AWS Signature Version 4, worked out here anew from the description of the algorithm. Buckets are folders
in FOLDER, objects files. PUT (also If-None-Match: * and copies), GET, DELETE, and ListObjectsV2 with five keys a page. The key is
AKTEST, the secret hemligt, the region eu-north-1."""
import datetime
import hashlib
import hmac
import http.server
import pathlib
import sys
import threading
import urllib.parse
from xml.sax.saxutils import escape

ROOT, PORT_FILE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
KEY, SECRET, REGION, PAGE = "AKTEST", "hemligt", "eu-north-1", 5
LOCK = threading.Lock()
KINDS = {}


class Refused(Exception):
    pass


def encoded(text, safe=""):
    return urllib.parse.quote(text, safe=safe + "-._~")


def hashed(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def signature(method, path, query, headers, names, payload, when, scope):
    canonical_headers = "".join(f"{name}:{' '.join(headers[name].split())}\n" for name in names)
    pairs = sorted((encoded(key), encoded(value)) for key, value in urllib.parse.parse_qsl(query, keep_blank_values=True))
    canonical = "\n".join([method, encoded(urllib.parse.unquote(path), "/"), "&".join(f"{key}={value}" for key, value in pairs),
                           canonical_headers, ";".join(names), payload])
    text = "\n".join(["AWS4-HMAC-SHA256", when, scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("AWS4" + SECRET).encode()
    for part in scope.split("/"):
        key = hashed(key, part)
    return hashed(key, text).hex()


class S3(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def log_message(self, *_):
        pass

    def check(self, body):
        headers = {key.lower(): value for key, value in self.headers.items()}
        kind, _, rest = headers.get("authorization", "").partition(" ")
        if kind != "AWS4-HMAC-SHA256":
            raise Refused("unsigned")
        given = dict(part.strip().split("=", 1) for part in rest.split(","))
        user, _, scope = given["Credential"].partition("/")
        names = given["SignedHeaders"].split(";")
        when = headers.get("x-amz-date", "")
        asked = datetime.datetime.strptime(when, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
        if abs((datetime.datetime.now(datetime.timezone.utc) - asked).total_seconds()) > 900:
            raise Refused("clock")
        if user != KEY or scope != f"{when[:8]}/{REGION}/s3/aws4_request" or names != sorted(names):
            raise Refused("scope")
        if not {name for name in headers if name.startswith("x-amz-")} | {"host"} <= set(names):
            raise Refused("a header is not signed")
        payload = headers.get("x-amz-content-sha256", "")
        if payload != hashlib.sha256(body).hexdigest():
            raise Refused("payload")
        path, _, query = self.path.partition("?")
        if path != encoded(urllib.parse.unquote(path), "/"):
            raise Refused("path is not encoded as it is signed")
        if not hmac.compare_digest(signature(self.command, path, query, headers, names, payload, when, scope), given["Signature"]):
            raise Refused("signature")

    def answer(self, status, body=b"", kind="application/xml"):
        self.send_response_only(status)
        self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            self.check(body)
        except (Refused, KeyError, ValueError) as why:
            return self.answer(403, f"<Error><Code>SignatureDoesNotMatch</Code><Message>{escape(str(why))}</Message></Error>".encode())
        path, _, query = self.path.partition("?")
        bucket, _, key = urllib.parse.unquote(path).lstrip("/").partition("/")
        if not key and self.command == "GET":
            return self.listing(bucket, dict(urllib.parse.parse_qsl(query)))
        with LOCK:
            return getattr(self, "on_" + self.command)(ROOT / bucket / key, body)

    do_GET = do_PUT = do_DELETE = handle_any

    def on_GET(self, file, _):
        if not file.is_file():
            return self.answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        return self.answer(200, file.read_bytes(), KINDS.get(file, "application/octet-stream"))

    def on_PUT(self, file, body):
        if self.headers.get("If-None-Match") == "*" and file.is_file():
            return self.answer(412, b"<Error><Code>PreconditionFailed</Code></Error>")
        source = self.headers.get("x-amz-copy-source")
        if source:
            old = ROOT / urllib.parse.unquote(source).lstrip("/")
            if not old.is_file():
                return self.answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
            body = old.read_bytes()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        KINDS[file] = self.headers.get("Content-Type")
        return self.answer(200, b"<CopyObjectResult><ETag>x</ETag></CopyObjectResult>" if source else b"")

    def on_DELETE(self, file, _):
        file.unlink(missing_ok=True)
        for folder in file.parents:  # there are no folders in S3
            if folder == ROOT or any(folder.iterdir()):
                break
            folder.rmdir()
        return self.answer(204)

    def listing(self, bucket, query):
        prefix, delimiter, after = query.get("prefix", ""), query.get("delimiter", ""), query.get("continuation-token", "")
        found = {}
        with LOCK:
            for file in (ROOT / bucket).rglob("*"):
                key = file.relative_to(ROOT / bucket).as_posix()
                if not file.is_file() or not key.startswith(prefix):
                    continue
                cut = key.find(delimiter, len(prefix)) if delimiter else -1
                found[key if cut < 0 else key[:cut + 1]] = None if cut >= 0 else file.stat().st_size
        names = sorted((name for name in found if name.encode() > bytes.fromhex(after)), key=str.encode)
        page, more = names[:PAGE], len(names) > PAGE
        text = "".join(f"<Contents><Key>{escape(name)}</Key><Size>{found[name]}</Size></Contents>" if found[name] is not None
                       else f"<CommonPrefixes><Prefix>{escape(name)}</Prefix></CommonPrefixes>" for name in page)
        if more:
            text += f"<NextContinuationToken>{page[-1].encode().hex()}</NextContinuationToken>"
        self.answer(200, ('<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
                          f"<IsTruncated>{'true' if more else 'false'}</IsTruncated>{text}</ListBucketResult>").encode())


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), S3)
draft = PORT_FILE.with_suffix(".draft")
draft.write_text(str(server.server_address[1]))
draft.rename(PORT_FILE)
server.serve_forever()
