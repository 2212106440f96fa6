"""Real servers on loopback for the runs: a certificate authority, nginx over TLS (sources and WebDAV), OpenSSH, PostgreSQL, and a switch that
puts a server with faults in the place of nginx. Each is a context manager; what it writes is in a folder of its own, gone with it."""
import contextlib
import http.server
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from web_servers import NGINX, until  # noqa: E402

SSHD = "/usr/sbin/sshd"
PG = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), default=pathlib.Path("/usr/lib/postgresql/bin"), key=lambda path: path.parent.name)
ODBC = "/usr/lib/x86_64-linux-gnu/odbc/psqlodbcw.so"


def do(*words, **more):
    """A program that must work; what it said is in the failure."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, check=False, **more)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
    return done.stdout


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


class Folder:
    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lagesbild-test-"))
        self.folder.chmod(0o755)
        self.process = None
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def launch(self, *words, **more):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([str(word) for word in words], stdout=log, stderr=log, **more)

    def log(self):
        return (self.folder / "log").read_text("utf-8", "replace")


class Authority(Folder):
    """ca.pem, and server.pem with server.key for localhost."""

    def start(self):
        request = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        do("openssl", "req", "-x509", *request, "-keyout", self.folder / "ca.key", "-out", self.folder / "ca.pem", "-days", "30",
           "-subj", "/CN=Lagesbild test CA")
        do("openssl", "req", "-new", *request, "-keyout", self.folder / "server.key", "-out", self.folder / "server.csr", "-subj", "/CN=localhost")
        (self.folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
        do("openssl", "x509", "-req", "-in", self.folder / "server.csr", "-CA", self.folder / "ca.pem", "-CAkey", self.folder / "ca.key",
           "-CAcreateserial", "-days", "30", "-extfile", self.folder / "names", "-out", self.folder / "server.pem")


class WebServer(Folder):
    """nginx over TLS: /sources/ with a password, /dav/ to publish to, /site/ as readers see it."""
    PASSWORD = "hemligt-losenord"

    def __init__(self, authority):
        self.authority = authority

    def start(self):
        self.port = free_port()
        for name in ("sources", "dav"):
            (self.folder / name).mkdir()
        hashed = do("openssl", "passwd", "-apr1", self.PASSWORD).strip()
        (self.folder / "passwords").write_text(f"lasare:{hashed}\n")
        user = "user root;" if os.geteuid() == 0 else ""
        scratch = " ".join(f"{kind}_temp_path t;" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        secret = f'auth_basic "x"; auth_basic_user_file {self.folder}/passwords;'
        modules = "".join(f"load_module {path};\n" for path in pathlib.Path("/usr/lib/nginx/modules").glob("*dav_ext*.so"))
        (self.folder / "nginx.conf").write_text(
            f"{modules}{user} daemon off; worker_processes 1; pid pid; error_log stderr notice; events {{}}\n"
            f"http {{ access_log off; {scratch} client_max_body_size 0;\nserver {{ listen 127.0.0.1:{self.port} ssl;\n"
            f"ssl_certificate {self.authority.folder}/server.pem; ssl_certificate_key {self.authority.folder}/server.key;\n"
            f"location /sources/ {{ alias {self.folder}/sources/; {secret} }}\n"
            f"location /dav/ {{ alias {self.folder}/dav/; {secret} dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS;\n"
            f"create_full_put_path on; }}\nlocation /site/ {{ alias {self.folder}/dav/lagesbild/; }} }} }}\n")
        self.launch(NGINX, "-e", "stderr", "-p", f"{self.folder}/", "-c", self.folder / "nginx.conf")
        until(lambda: self.process.poll() is not None or self._answers(), "nginx to answer")
        if self.process.poll() is not None:
            raise AssertionError(f"nginx does not start: {self.log()}")

    def _answers(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=5):
            return True
        return False


class SshServer(Folder):
    def start(self):
        if os.geteuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        for name in ("host", "user"):
            do("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name)
        self.port = free_port()
        (self.folder / "authorized").write_text((self.folder / "user.pub").read_text())
        (self.folder / "config").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\nStrictModes no\nUsePAM no\n"
            f"PasswordAuthentication no\nPermitRootLogin yes\nMaxStartups 100\nAuthorizedKeysFile {self.folder}/authorized\n"
            "Subsystem sftp internal-sftp\n")
        (self.folder / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {(self.folder / 'host.pub').read_text()}")
        self.launch(SSHD, "-D", "-e", "-f", self.folder / "config")
        until(lambda: self.process.poll() is not None or "Server listening" in self.log(), "sshd to listen")
        if self.process.poll() is not None:
            raise AssertionError(f"sshd does not start: {self.log()}")

    def url(self, path):
        return f"sftp://{do('id', '-un').strip()}@127.0.0.1:{self.port}{path}"


class Database(Folder):
    """PostgreSQL with a role that may read, and nothing else."""
    PASSWORD = "data;hemligt}"

    def start(self):
        as_user = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
        if as_user:
            shutil.chown(self.folder, "postgres")
        do(*as_user, PG / "initdb", "-D", self.folder / "data", "-U", "owner", "--auth-local=trust", "--auth-host=scram-sha-256",
           "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync", cwd="/")
        self.port = free_port()
        self.launch(*as_user, PG / "postgres", "-D", self.folder / "data", "-p", self.port, "-c", "listen_addresses=127.0.0.1", "-c",
                    f"unix_socket_directories={self.folder}", "-c", "fsync=off", cwd="/")
        until(lambda: self._ready(), "PostgreSQL to answer")
        self.sql(f"create role lasare login password '{self.PASSWORD}'")

    def _ready(self):
        return subprocess.run([PG / "pg_isready", "-q", "-h", self.folder, "-p", str(self.port)], check=False).returncode == 0

    def sql(self, statement, **more):
        return do("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", self.port, "-U", "owner", "-d", "postgres", "-c", statement, **more)

    def load(self, table, csv):
        """A table with the columns of a CSV file, all of them text."""
        headings = csv.read_text("utf-8-sig").splitlines()[0].split(";")
        self.sql(f"create table {table} ({', '.join(f'{name} text' for name in headings)})")
        self.sql(f"\\copy {table} from '{csv}' with (format csv, header, delimiter ';')")
        self.sql(f"grant select on {table} to lasare")

    def connection(self):
        return f"Driver={ODBC};Servername=127.0.0.1;Port={self.port};Database=postgres;UID=lasare;SSLmode=disable"


class Cloud(Folder):
    """An S3 endpoint that checks signatures, with the bucket `hink`."""
    SECRET = "hemligt"

    def start(self):
        (self.folder / "objects/hink").mkdir(parents=True)
        program = pathlib.Path(__file__).resolve().parents[1] / "support/s3_server.py"
        self.launch(sys.executable, program, self.folder / "objects", self.folder / "port")
        until((self.folder / "port").exists, "the endpoint to listen")
        self.port = int((self.folder / "port").read_text())


class Switch:
    """A port that leads to nginx, or to a server that answers as the test says: what a reader of the same address meets from one week to the
    next. The answer to every question is `fault`, a function from a socket (after TLS) to nothing."""

    def __init__(self, authority, good_port):
        self.good_port, self.fault, self.asked = good_port, None, 0
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(authority.folder / "server.pem", authority.folder / "server.key")

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.asked += 1
            threading.Thread(target=self._serve, args=(connection, self.fault), daemon=True).start()

    def _serve(self, connection, fault):
        with contextlib.suppress(OSError, ssl.SSLError), connection:
            connection.settimeout(30)
            if fault is None:
                self._relay(connection)
                return
            if getattr(fault, "before_tls", False):
                fault(connection)
                return
            with self.context.wrap_socket(connection, server_side=True) as secure:
                question = b""
                while b"\r\n\r\n" not in question:
                    more = secure.recv(65536)
                    if not more:
                        return
                    question += more
                fault(secure)

    def _relay(self, connection):
        with socket.create_connection(("127.0.0.1", self.good_port), timeout=30) as good:
            def pump(source, target):
                with contextlib.suppress(OSError):
                    while chunk := source.recv(65536):
                        target.sendall(chunk)
                    target.shutdown(socket.SHUT_WR)
            other = threading.Thread(target=pump, args=(connection, good), daemon=True)
            other.start()
            pump(good, connection)
            other.join(5)


class Webhook:
    """Takes what is posted to it."""

    def __enter__(self):
        posts = self.posts = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                posts.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/krok"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
