"""What a line of page chrome says: menus, share buttons, forms, notices, links elsewhere.

Each entry of the tables is a beginning or a whole line as websites commonly write it. They
are matched on single lines of bounded length and hold no nested repeats.
"""

import re

from timeline.extract.agencies import ANY_AGENCY
from timeline.extract.body.beginnings import BEGINNINGS
from timeline.extract.body.kinds import Chrome
from timeline.extract.body.languages import label_abroad
from timeline.extract.body.masthead import PERSON, byline_names, is_date_line
from timeline.extract.body.tails import glued_at, sign_off_at
from timeline.extract.seldom import Seldom

# A whole short line that is chrome: buttons, menu entries and notices.
_WHOLE = re.compile(
    r"(?:"
    r"advert(?:isement|ising)?s?|sponsored(?: content| by| links?)?|promoted|ad|ads by .{1,20}|"
    r"(?:article|story) continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?s?)?|"
    r"(?:scroll|swipe) .{0,40}|skip .{0,30}|"
    r"(?:show|hide|load|view|see) (?:more|less|all|comments).*|"
    r"(?:log|sign) ?(?:in|out|up)(?: .{0,20})?|register|subscribe|newsletters?|"
    r"search|menu|home|close|open|"
    r"print|e-?mail|copy(?: link| url)?(?: .{0,20})?|share|shares|tweet|retweet|pin(?: it)?|save|"
    r"comments?|\d{1,6} (?:comments?|shares?|views?|likes?|replies|min(?:ute)?s? read)|"
    r"(?:facebook|twitter|whatsapp|telegram|instagram|youtube|linkedin|reddit|pinterest|tumblr|"
    r"flipboard|messenger|google ?(?:plus|\+)?|rss(?: feeds?)?|viber|vk|x)(?: .{0,12})?|"
    r"(?:contact|about|terms|privacy|careers?|jobs|help|faq|sitemap|site map|site index|feedback|"
    r"advertise|accessibility|imprint)\b.{0,40}|"
    r"(?:back to|go to|return to) .{0,30}|"
    r"(?:click|tap) (?:here|to) .{0,40}|"
    r"(?:source link|read more|more|related|next|previous|prev|reply|report|edit|"
    r"continue reading.{0,30}|read (?:full|the full) (?:story|article))|"
    r"(?:play|pause|mute|unmute|watch(?: (?:now|live|the video))?|listen|live(?: tv)?|video|videos|"
    r"photos?|gallery|caption|image \d.{0,12}|\d{1,3} ?(?:/|of) ?\d{1,3}.{0,5})|"
    r"(?:still )?(?:loading|processing|working|updating|buffering|please wait)(?: .{0,20})?|"
    r"(?:thank you|thanks)(?: for .{0,30})?|yes|no|ok|okay|cancel|submit|send|accept|got it"
    r")[\s.:!»›>…*|]{0,6}",
    re.I,
)

# Headings after which other articles are listed, or readers speak.
_LISTING = re.compile(
    r"(?:(?:more|most|top|latest|related|recommended|popular|trending|recent|other|similar|"
    r"further|suggested|editor(?:'|’)?s(?:'|’)?|today(?:'|’)s|must|breaking|featured|promoted|"
    r"you (?:may|might|could)|what to|people also|don(?:'|’)t miss|also (?:read|on|in)|"
    r"up next|in (?:other|this|case)|from (?:the web|around|our)|see also|stories|trending now|"
    r"sponsored|paid|read next|next up|in pictures|story timeline|next auto)"
    r"\b.{0,60}|recommended|related|trending|popular)",
    re.I,
)
_LISTING_WORDS = re.compile(
    r"\b(?:stories|story|articles?|posts?|news|reads?|viewed|shared|popular|picks?|headlines?|"
    r"videos?|coverage|content|links?|from|like|miss|watch|next|now|also|interested|topics?|"
    r"tags?|web|trending|related|recommended|timeline)\b",
    re.I,
)
# With a headline behind it, it is one link and no heading of a list.
_ONE_LINK = re.compile(
    r"(?:see also|read next|next up|don(?:'|’)t miss|must (?:read|see))\b|"
    r"[^:]{1,30}:\s\S{1,40}\s\S",
    re.I,
)
_LABEL_WORDS = 3
_COMMENTS = re.compile(
    r"(?:\[ ?)?(?:(?:leave|post|add|write|cancel)(?: a| your)? (?:reply|comments?)|"
    r"(?:top (?:rated )?|view |show |read |all |latest |recent |reader )?(?:the )?comments?"
    r"(?: \(\d{1,6}\))?|"
    r"\d{1,6} (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{0,200})?|"
    r"comments are closed|"
    r"join the (?:conversation|discussion)|(?:view|start|join) the (?:discussion|conversation).*|"
    r"(?:click|tap|log ?in|sign in|register) to (?:comment|join|reply).*|"
    r"share your (?:thoughts|views|comments?).*|what do you think\??|be the first to comment.*|"
    r"loading comments.*|discussion|have your say.*|"
    r"please enter your (?:comment|name).*|enter your comment.*)[\s.:!*\]]{0,5}",
    re.I,
)
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.|pic\.twitter\.com/)\S{1,2000}|\S{1,80}@\S{1,80}\.\w{2,10}|&lt;.*|<.*|"
    r"[{\[].*[}\]];?|image/svg.*|[@#]\w{1,40})\s*",
    re.I,
)
# A credit inside a caption: agency or "Getty Images" in brackets or at the end.
_CREDIT_TAIL_PATTERN = re.compile(
    r"(?:\((?:(?:image|photo|picture|photograph|pic|credit|file|representational|source|video|©)"
    r"\b.{0,80}|"
    r"[^()]{0,60}(?:(?<!\d)\s/\s?(?!\d)|/(?:getty|reuters|afp|ap|epa)|\bvia )[^()]{0,60}|"
    r"[^()]{0,40}(?:getty(?: images)?|shutterstock|istock|alamy|file photo|photo|image)"
    r"[^()]{0,30})\)|"
    r"(?:getty images?|shutterstock|istock(?:photo)?|alamy|(?:reuters|ap|afp|epa) file|"
    r"(?:photo|image|picture|credit|file)(?: ?[:/]| by| courtesy).{1,60}|"
    r"credit\.{1,3}.{1,80}|"
    r"(?:reuters|afp|epa|ap photo|associated press|getty|bloomberg|anadolu)\s?/.{1,60}|"
    r".{0,1}/(?:getty|reuters|afp|ap|epa|the new york times|shutterstock|bloomberg).{0,40}|"
    r"via (?:getty|reuters|ap|afp|shutterstock|wikimedia|flickr|twitter)[^.]{0,40}))"
    r"[\s.]{0,3}$",
    re.I,
)
_CREDIT_TAIL = Seldom(
    "(|/|getty|shutterstock|istock|alamy|file|photo|image|picture|credit|via ",
    _CREDIT_TAIL_PATTERN,
)
# "Ann Lee, AP", "Bo Ek / Getty Images": who took a picture.
_PHOTOGRAPHER = re.compile(
    rf"[(\[]{ANY_AGENCY}(?:/{ANY_AGENCY})?[)\]]|"
    rf"[(]?{PERSON}(?:\s?[,/|–—-]\s?(?:{ANY_AGENCY}|AP Photo|Getty(?: Images)?)){{1,3}}[).]?"
)
# "13:20 GMT": when an entry of a live page was written.
_STAMP = re.compile(
    r"\(?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?\s?(?:\(?[A-Z]{2,5}\)?)?(?:\s?/\s?\d{1,2}[:.]\d{2}"
    r"\s?[A-Z]{2,5})?\)?",
    re.I,
)
# A notice about data says several of these to the reader.
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|personal data|partners|privacy|identifiers|geolocation|preferences|"
    r"personali[sz]ed|legitimate interest|information on (?:a|your) device|third part(?:y|ies))\b",
    re.I,
)
_TO_READER = re.compile(r"\b(?:we|our|you|your)\b", re.I)
_CONSENT_WORDS = 2
# One of these is among them; looked for first, as that is quick.
_TOLD_OF_DATA = ("cookie", "consent", "privacy", "personal data", "partners", "preferences")
# Appeals to the reader, wherever they stand in a short line.
_APPEAL_PATTERN = re.compile(
    r"\b(?:subscribe (?:to (?:our|the|this)|now|today)\b|"
    r"(?:our|free|daily|weekly|email) newsletters?\b|"
    r"sign up (?:for|to|here|now)\b|(?:news|story) tip\b|join our\b|our (?:app|channel|forums?)\b|"
    r"follow us\b|click here\b|use (?:the )?code\b|get access to\b|"
    r"(?:stories|news|articles|updates) like this\b|your inbox\b|privacy policy\b|"
    r"(?:earn|receive|get) an? (?:\w{1,20} )?commission\b|affiliate (?:links?|commission)\b|"
    r"purchase through (?:our |the )?links\b|registered trade ?marks?\b|"
    r"terms of (?:use|service)\b|in our (?:comments|comment section)|comments (?:section )?below\b|"
    r"let us know\b|tell us what you think\b|become a (?:member|subscriber|patron)\b|"
    r"subscribers[ -]only\b|registered (?:readers|users)\b|free (?:articles|stories|essays)\b|"
    r"nonprofit (?:newsroom|news organi[sz]ation)\b|(?:our|independent|this) journalism\b|"
    r"(?:make|your|our) (?:a )?donations?\b|donate (?:now|today|here)\b|"
    r"cancel (?:at )?any ?time\b|you agree to\b|your browser\b|ad ?blocker\b|"
    r"taken? (?:this|our) survey|"
    r"we(?:'d| would|’d) (?:like|love) to hear)",
    re.I,
)
_APPEAL = Seldom(
    "subscribe|newsletter|sign up| tip|join our|our app|our channel|our forum|follow us|"
    "click here|code|get access to|like this|your inbox|privacy policy|commission|"
    "affiliate|links|registered|terms of|comment|let us know|tell us|become a|free |"
    "nonprofit|journalism|donat|cancel|you agree|your browser|blocker|survey|we'd|we would|"
    "we’d",
    _APPEAL_PATTERN,
)
_AUTHOR_BIO_PATTERN = re.compile(
    r"^(?-i:[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3} (?:covers|writes (?:about|for|on)|"
    r"reports (?:from|on|for)))\b|"
    r"\b(?:is|are|was) (?:an?|the|our|senior|chief|also)\b.{0,60}"
    r"\b(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|blogger|author|"
    r"freelancer?|producer|intern|staffer)s?\b.{0,20}"
    r"\b(?:at|for|with|based|covering|covers|who (?:covers|writes)|living|in|of|on|and)\b",
    re.I,
)
_AUTHOR_BIO = Seldom(
    "covers|writes|reports|reporter|writer|journalist|correspondent|editor|columnist|"
    "contributor|blogger|author|freelance|producer|intern|staffer",
    _AUTHOR_BIO_PATTERN,
)
_BIO_SIGN = re.compile(
    r"\b(?:freelance|follow (?:her|him|them|me)|reach (?:her|him|them)|her work|his work|"
    r"covers|covering|writes (?:about|for)|@\w+|based in|joined|previously|living in)\b",
    re.I,
)

# Several networks in one line are share buttons.
_NETWORKS = re.compile(
    r"(?:(?:facebook|twitter|whatsapp|telegram|instagram|youtube|linkedin|reddit|pinterest|tumblr|"
    r"e-?mail|print|share|copy link|flipboard|messenger|skip to (?:main )?content)"
    r"[\s|·,/•]{0,5}){2,12}",
    re.I,
)
_LONGEST = 2000
_SHORT = 70
_CAPTION_WORDS = 100
# Kinds that are never long: a paragraph that only begins so is prose.
_BRIEF = frozenset({Chrome.LINK, Chrome.SHARE, Chrome.TAGS, Chrome.CREDIT})
_BRIEF_WORDS = 45
_PARAGRAPH = 20


def chrome_kind(line: str, words: int) -> Chrome | None:
    """The kind of chrome `line` (without its outer white space) is, or None.

    `words`: how many words it has. Only its first 2,000 characters are looked at.
    """
    line = line[:_LONGEST]
    if words <= (8 if line[:1].isalpha() else 30) and _COMMENTS.fullmatch(line):
        return Chrome.COMMENTS
    if _ADDRESS.fullmatch(line):
        return Chrome.ADDRESS
    if abroad := label_abroad(line, words):
        return abroad
    stopped = words > _LABEL_WORDS and line.endswith(".")
    if len(line) <= _SHORT and not stopped and _WHOLE.fullmatch(line):
        return Chrome.MENU
    if words <= 16 and _NETWORKS.fullmatch(line):
        return Chrome.SHARE
    if byline_names(line, words):
        return Chrome.BYLINE
    if is_date_line(line, words):
        return Chrome.DATE
    if words <= 9 and _LISTING.fullmatch(line) and _LISTING_WORDS.search(line):
        return Chrome.LINK if words > _LABEL_WORDS and _ONE_LINK.match(line) else Chrome.LISTING
    for kind, beginning in BEGINNINGS:
        if beginning.match(line) and (words <= _BRIEF_WORDS or kind not in _BRIEF):
            return kind
    if _STAMP.fullmatch(line):
        return Chrome.STAMP
    if words <= 9 and _PHOTOGRAPHER.fullmatch(line):
        return Chrome.CREDIT
    credit = words <= _CAPTION_WORDS and _CREDIT_TAIL.search(line, max(0, len(line) - 130))
    if credit and sign_off_at(line) is None:
        return Chrome.CREDIT
    low = line.lower()
    quotes = '"' in line or "“" in line
    if not quotes and any(word in low for word in _TOLD_OF_DATA) and _TO_READER.search(line):
        told = {word.lower() for word in _CONSENT.findall(line)}
        if len(told) >= _CONSENT_WORDS:
            return Chrome.COOKIE
    if words <= 60:
        appeal = _APPEAL.search(line)
        if appeal and not _is_afterthought(line, appeal.start()):
            return Chrome.NEWSLETTER
    if words <= 80 and _AUTHOR_BIO.search(line[:200]) and _BIO_SIGN.search(line):
        return Chrome.AUTHOR
    return None


def _is_quoted(line: str, at: int) -> bool:
    """A quoted speaker may say the same: "Join our fight"."""
    return line.count('"', 0, at) % 2 == 1 or line.count("“", 0, at) > line.count("”", 0, at)


def _is_afterthought(line: str, at: int) -> bool:
    """Whether an appeal at `at` is quoted, or only follows a paragraph: "May. (Click here)"."""
    glued = glued_at(line)
    if _is_quoted(line, at) or (glued is not None and glued <= at):
        return True
    before = line[:at].rstrip()
    return len(before.split()) >= _PARAGRAPH and before.rstrip(" (*[").endswith((".", "!", "?"))
