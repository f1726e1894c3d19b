"""What the pages are drawn with comes whole, whoever asks, and is kept for good."""

import gzip
import re
from urllib.request import Request, urlopen


def fetch(url: str, packed: str) -> tuple[bytes, str]:
    """Give what a browser would have after unpacking, and for how long it may keep it."""
    with urlopen(Request(url, headers={"Accept-Encoding": packed})) as answer:
        body = answer.read()
        unpacked = gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body
        return unpacked, answer.headers["Cache-Control"]


def test_style_and_script_come_whole_each_time_packed_or_not_and_are_kept(address: str) -> None:
    shell, _ = fetch(address, "identity")
    files = re.findall(r'"\./(assets/dashboard\.\w+\.(?:css|js))"', shell.decode())
    assert len(files) == 2
    for file in files:
        plain, kept = fetch(f"{address}/{file}", "identity")
        assert len(plain) > 5000
        assert kept == "public, max-age=31536000, immutable"
        assert [fetch(f"{address}/{file}", "gzip")[0] for _ in range(3)] == [plain] * 3
