"""What is left of a page's furniture and of read-also marks in a text.

Written from lists of what scraped Indonesian news looks like, and not from arsip's rules: a
detector that shared them would find nothing that they miss. Errs on the side of finding too much.
"""
import re
import unicodedata

BOILERPLATE = {name: re.compile(pattern, re.M) for name, pattern in {
    "scroll": r"SCROLL TO (?:CONTINUE|RESUME)|Scroll ke bawah untuk melanjutkan",
    "advertisement": r"\bADVERTISEMENT\b|^\W*Advertisement\W*$|\bAdvertisement\W*$",
    "video": r"\[Gambas:",
    "plug": r"(?i:\b(?:mari )?bergabung di grup (?:telegram|whats ?app)|"
            r"\bikuti (?:berita|whats ?app|kami|saluran|channel).{0,60}(?:google|channel|telegram|whats ?app)|"
            r"\bfollow whats ?app channel|\bdapatkan (?:update )?berita (?:pilihan|terbaru))",
    "no ad": r"Tidak ada kode iklan|Baca berita dengan sedikit iklan",
    "loading": r"(?i:\bloading\s?\.\.\.)",
    "font size": r"^\W*A(?: A){0,2}\W*$|^A\+ A-$|Smallest Font|Largest Font",
    "photo": r"^(?:Foto|FOTO)\s?[:/]",
    "syndication": r"Artikel ini (?:telah )?tayang (?:di|pada)",
    "pager": r"\bHalaman 1 2\b|\b1 2(?: 3)* Selanjutnya\b|^Selanjutnya ?:|anjut baca di halaman|"
             r"di Halaman Berikutnya|^Halaman ?:",
    "copyright": r"Copyright ©|Dilarang keras mengambil konten",
    "live": r"Saksikan (?:live streaming|Live Detik)",
    "embed": r"A post shared by|Sebuah kiriman dibagikan oleh",
    "source": r"^(?:Sumber|sumber) ?: ?\S.{0,50}$",
    "byline": r"^\(\w{2,4}(?:/\w{2,4})*\)$|^Pewarta ?:|^Editor ?:",
}.items()}

# The verb may be glued to the word before it ("amanBaca juga: T").
MARK = re.compile(
    r"(?:[Bb]aca|BACA|[Ll]ihat|LIHAT|[Ss]imak|SIMAK|[Tt]onton|TONTON)\s+(?:[Jj]uga|JUGA|[Pp]ula)\s*[:;]\s*"
    r"|(?<!\w)(?:BACA JUGA|Baca Juga)\s+(?=[A-Z0-9\"“‘'])"
    r"|\(Baca\s*:\s*(?=\S+ \S+ \S)"
    r"|^Baca\s*:\s*(?=\S+ \S+ \S)"
    r"|Pilihan Editor\s*:\s*"
    r"|(?:Simak|Tonton|Lihat) [Jj]uga [Vv]ideo\b\s*:?\s*['\"“‘]?", re.M)


def boilerplate_in(paragraphs):
    """The names of what is left, each once."""
    text = "\n".join(paragraphs)
    return [name for name, pattern in BOILERPLATE.items() if pattern.search(text)]


def marks_in(lines):
    """What stands behind each mark: the rest of its line, or the next line after a bare label."""
    found = []
    for i, line in enumerate(lines):
        line = level(line)
        for m in MARK.finditer(line):
            rest = line[m.end():]
            if not words(rest) and i + 1 < len(lines):
                rest = level(lines[i + 1])
            found.append(rest)
    return found


def level(text):
    for a, b in (("&amp;", "&"), ("&nbsp;", " "), ("\u00a0", " "), ("\u200b", "")):
        text = text.replace(a, b)
    return re.sub(r"[^\S\n]+", " ", text).strip()


def words(text):
    """Folded: no case, accents, apostrophes or punctuation; '9,28' is '9.28'."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘")
    return tuple(w.replace(",", ".").strip(".") for w in re.findall(r"\w+(?:(?<=\d)[.,](?=\d)\w+)*", text))
