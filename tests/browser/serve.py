"""A web server on loopback, in a sub-path, with the strict policy that the pages must stand; it remembers every request."""
import functools
import http.server
import threading

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; frame-src 'self'; "
          "base-uri 'none'; form-action 'none'")
PREFIX = "/intranet/st/"
# What an intranet's front page might look like that shows Lägesbild in a frame.
FRAME = ('<!doctype html><html lang="sv"><title>Intranät</title><link rel="icon" href="/intranet/icon.svg">'
         '<iframe title="Lägesbild" width="900" height="700" src="{}"></iframe></html>')
# Of a sheet that is mailed by itself: nothing but its own style.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".html": "text/html; charset=utf-8",
                      ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2", ".svg": "image/svg+xml"}

    def do_GET(self):
        self.server.requests.append(self.path)
        path, _, query = self.path.partition("?")
        if path == "/intranet/frame":
            return self.send_text("text/html; charset=utf-8", FRAME.format(query))
        if path == "/intranet/icon.svg":
            return self.send_text("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>')
        if not path.startswith(PREFIX):
            return self.send_error(404)
        self.path = "/" + path[len(PREFIX):]
        return super().do_GET()

    def send_text(self, kind, text):
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_response(self, code, message=None):
        self.server.answers.append((self.requestline, code))
        super().send_response(code, message)

    def end_headers(self):
        self.send_header("Content-Security-Policy", ALONE if "/reports/sheets/" in self.path else POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def log_message(self, *_):
        pass


class Server:
    """`with Server(folder) as server:` serves folder/<site>/... as server.url("<site>/...")."""

    def __init__(self, folder):
        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self._http.daemon_threads = True
        self._http.requests = []
        self._http.answers = []
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._http.shutdown()
        self._http.server_close()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def requests(self):
        return self._http.requests

    @property
    def failures(self):
        """Requests that were not answered 200 or 304."""
        return [f"{code} {line}" for line, code in self._http.answers if code not in (200, 304)]

    def url(self, path):
        return self.origin + PREFIX + path

    def frame(self, path):
        return f"{self.origin}/intranet/frame?{PREFIX}{path}"
