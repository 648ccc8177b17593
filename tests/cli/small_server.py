"""A web server on this machine whose one list a test can change while it runs."""
import http.server
import threading


class SmallServer:
    def __init__(self, body=b"[]"):
        self.body, self.status, self.headers, self.asked = body, 200, {}, []
        outer = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(self.path)
                etag = f'"{hash(outer.body)}"'
                same = outer.status == 200 and self.headers.get("If-None-Match") == etag
                self.send_response(304 if same else outer.status)
                for name, value in {"ETag": etag, **outer.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0" if same else str(len(outer.body)))
                self.end_headers()
                if not same:
                    self.wfile.write(outer.body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/feed.json?key=secret"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
