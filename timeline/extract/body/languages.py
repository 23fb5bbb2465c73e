"""The commonest labels of web pages in other languages: where an article ends, and notices.

English pages are what is read; a page in another language is still told from its frame. The
labels are those of the usual blog and news themes in German, French, Spanish, Portuguese,
Italian, Dutch, Polish, Indonesian, Turkish, Russian, Ukrainian and Japanese.
"""

import re

from timeline.extract.body.kinds import Chrome

_LISTING = (
    r"(?:das )?k[oö]nnte (?:sie|dich|ihnen) auch|auch interessant|mehr zum thema|zum thema|"
    r"weitere (?:artikel|beitr[aä]ge|nachrichten|themen|news)|[aä]hnliche (?:artikel|beitr[aä]ge)|"
    r"meistgelesen|lesen sie (?:auch|mehr)|(?:das )?k[oö]nnte dir auch|"
    r"[aà] lire (?:aussi|[eé]galement)|lire aussi|articles? (?:similaires?|li[eé]s|connexes)|"
    r"sur le m[eê]me (?:sujet|th[eè]me)|les plus lus|vous aimerez aussi|"
    r"(?:te|le) puede interesar|tambi[eé]n te puede|art[ií]culos relacionados|lea tambi[eé]n|"
    r"noticias relacionadas|lo m[aá]s (?:le[ií]do|visto)|entradas (?:relacionadas|recientes)|"
    r"leia (?:tamb[eé]m|mais)|veja tamb[eé]m|voc[eê] (?:pode|tamb[eé]m pode) gostar|"
    r"(?:artigos|posts|not[ií]cias|mat[eé]rias|conte[uú]dos?) (?:relacionad[oa]s|recentes)|"
    r"mais (?:lidas|lidos|vistas)|[uú]ltimas not[ií]cias|"
    r"(?:leggi|guarda|vedi) anche|articoli (?:correlati|recenti|simili)|potrebbe(?:ro)? interessar"
    r"|ti potrebbe|i pi[uù] letti|"
    r"lees ook|gerelateerde (?:artikelen|berichten)|meest gelezen|"
    r"(?:przeczytaj|zobacz|czytaj) (?:te[zż]|tak[zż]e|r[oó]wnie[zż])|podobne (?:artyku[lł]y|wpisy)|"
    r"baca juga|artikel (?:terkait|lainnya)|berita (?:terkait|lainnya|terpopuler)|terpopuler|"
    r"ilgili haberler|benzer yaz[iı]lar|[oö]nerilen|"
    r"читайте также|читать также|смотрите также|похожие (?:записи|статьи|материалы|новости)|"
    r"(?:материалы|новости|еще|ещё|статьи) по теме|по теме|популярн(?:ое|ые)|"
    r"другие (?:новости|материалы|статьи)|последние новости|рекомендуем|вам (?:может|также)|"
    r"читайте також|схожі|популярне|останні новини|за темою|"
    r"関連記事|人気記事|おすすめ|最近の投稿|あわせて読みたい|こちらの記事も"
)
_COMMENTS = (
    r"kommentare?|schreiben? (?:sie )?einen kommentar|kommentar (?:schreiben|verfassen|abgeben)|"
    r"antwort(?:en)? (?:hinterlassen|abbrechen)|"
    r"commentaires?|laisser un commentaire|laissez un commentaire|poster un commentaire|"
    r"comentarios?|dej(?:a|ar) (?:un comentario|una respuesta)|coment[aá]rios?|"
    r"deix(?:e|ar) (?:um coment[aá]rio|uma resposta)|"
    r"commenti|lascia un commento|reacties|geef een reactie|komentarze|dodaj komentarz|"
    r"komentar|tinggalkan (?:balasan|komentar)|yorumlar|(?:bir )?yorum (?:yap[iı]n|yaz[iı]n)|"
    r"комментарии|(?:добавить|оставить|написать) комментарий|отзывы|обсуждение|"
    r"коментарі|залишити (?:коментар|відповідь)|コメント(?:を(?:残す|書く))?"
)
_AUTHOR = (
    r"(?:[uü]ber (?:den autor|die autorin|uns|mich)|[aà] propos de l['’]auteur|"
    r"sobre (?:el autor|la autora|o autor|a autora|n[oó]s|nosotros)|"
    r"(?:l['’]autore|informazioni sull['’]autore|chi siamo)|over de auteur|o autorze|"
    r"tentang penulis|yazar hakk[iı]nda|об авторе|про автора|この記事を書いた人)"
)
_COOKIE = (
    r"(?:(?:diese|unsere) (?:web)?seite (?:verwendet|nutzt)|wir (?:verwenden|nutzen) cookies|"
    r"ce site (?:utilise|web utilise)|nous utilisons des cookies|"
    r"(?:este|nuestro) sitio (?:web )?(?:utiliza|usa)|utilizamos (?:os )?cookies|usamos cookies|"
    r"este site (?:utiliza|usa)|questo sito (?:web )?(?:utilizza|usa)|utilizziamo i cookie|"
    r"deze (?:web)?site (?:gebruikt|maakt)|ta strona (?:u[zż]ywa|korzysta)|situs ini menggunakan|"
    r"bu (?:web )?site(?:si)? [cç]erez|"
    r"(?:этот |наш )?сайт использует|мы используем (?:файлы )?cookie)"
)
_TAIL = r"(?:\s.{0,40})?[\s.:!…»›>]{0,6}"
_COUNT = r"(?:\s?[(（]?\s?\d{1,6}\s?[)）]?)?[\s.:!…]{0,6}"
_ABROAD: tuple[tuple[Chrome, re.Pattern[str]], ...] = (
    (Chrome.COMMENTS, re.compile(rf"(?:\d{{1,6}}\s)?(?:{_COMMENTS}){_COUNT}", re.I)),
    (Chrome.LISTING, re.compile(rf"(?:{_LISTING})(?:\b|(?<=[^\x00-\x7f])){_TAIL}", re.I)),
    (Chrome.AUTHOR, re.compile(rf"{_AUTHOR}{_TAIL}", re.I)),
)
_NOTICE = re.compile(_COOKIE, re.I)
_LABEL_WORDS = 9


def label_abroad(line: str, words: int) -> Chrome | None:
    """The kind of a label or notice in another language, or None."""
    if words <= _LABEL_WORDS:
        for kind, label in _ABROAD:
            if label.fullmatch(line):
                return kind
    return Chrome.COOKIE if _NOTICE.match(line) else None
