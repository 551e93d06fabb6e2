"""Takes export files apart into rows and puts them together again: to shuffle, repeat or remove rows.

Shares no code with the readers: csv and json of the standard library, over every shape that the
exercise writes (CSV of any separator, an array, concatenated arrays, a wrapper with "value", JSON Lines;
UTF-8 and UTF-16).
"""
import csv
import io
import json

csv.field_size_limit(1 << 30)


def _decoded(data):
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(bom):
            return data.decode(encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252"), "cp1252"


class Rows:
    """The rows of one file, each as text, and how to write them back."""

    def __init__(self, path):
        self.path = path
        text, self.encoding = _decoded(path.read_bytes())
        stripped = text.lstrip()
        if stripped.startswith(("{", "[")):
            self._read_json(text)
        else:
            self._read_csv(text)

    def _read_csv(self, text):
        self.kind = "csv"
        self.preamble = ""
        if text.startswith("#TYPE"):
            self.preamble, text = text.split("\n", 1)
            self.preamble += "\n"
        first = text.split("\n", 1)[0]
        self.separator = ";" if first.count(";") > first.count(",") else ","
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=self.separator))
        self.header, self.rows = rows[0], [json.dumps(row) for row in rows[1:]]

    def _read_json(self, text):
        decoder, at, documents = json.JSONDecoder(), 0, []
        while True:
            while at < len(text) and text[at] in " \t\r\n,":
                at += 1
            if at >= len(text):
                break
            value, at = decoder.raw_decode(text, at)
            documents.append(value)
        self.wrapper = None
        if len(documents) == 1 and isinstance(documents[0], dict) and "value" in documents[0]:
            self.kind, self.wrapper = "wrapped", documents[0]
            items = documents[0]["value"]
        elif isinstance(documents[0], list):
            self.kind = "array"
            items = [item for document in documents for item in document]
        else:
            self.kind, items = "lines", documents
        self.rows = [json.dumps(item, ensure_ascii=False) for item in items]

    def text_of(self, row):
        """The row as it may stand in the file: JSON, or cells side by side, bare and quoted."""
        if self.kind != "csv":
            return row
        cells = json.loads(row)
        return self.separator.join(cells) + "\n" + f'"{self.separator}"'.join(cells)

    def write(self, path=None):
        path = path or self.path
        if self.kind == "csv":
            out = io.StringIO(newline="")
            writer = csv.writer(out, delimiter=self.separator)
            writer.writerow(self.header)
            writer.writerows(json.loads(row) for row in self.rows)
            text = self.preamble + out.getvalue()
        elif self.kind == "lines":
            text = "".join(row + "\n" for row in self.rows)
        elif self.kind == "wrapped":
            text = json.dumps({**self.wrapper, "value": [json.loads(row) for row in self.rows]},
                              ensure_ascii=False)
        else:
            text = "[" + ",\n".join(self.rows) + "]"
        path.write_bytes(text.encode(self.encoding))
