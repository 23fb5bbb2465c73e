"""What a line of page chrome says: menus, share buttons, forms, notices, links elsewhere.

Each entry of the tables is a beginning or a whole line as websites commonly write it. They
are matched on single lines of bounded length and hold no nested repeats.
"""

import re
from enum import StrEnum

from timeline.extract.body.masthead import byline_names, is_date_line


class Chrome(StrEnum):
    """Kinds of page chrome, in words for a reason."""

    SHARE = "share buttons"
    MENU = "menu"
    ADVERT = "advertisement"
    LINK = "link to another page"
    LISTING = "heading of a list of other articles"
    FORM = "form"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    COOKIE = "cookie note"
    COPYRIGHT = "copyright"
    TAGS = "tags"
    CREDIT = "credit or caption"
    AUTHOR = "about the author"
    ADDRESS = "web address or code"
    BYLINE = "byline"
    DATE = "date line"


def _begins(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(phrases) + ")", re.I)


# A line that begins like this is chrome, however long it is.
_BEGINNINGS: tuple[tuple[Chrome, re.Pattern[str]], ...] = (
    (
        Chrome.LINK,
        _begins(
            # Themes glue the label to the headline: "Previous articleFlood in the north".
            r"(?:previous|next|prev|older|newer) (?:article|post|story|page|entry)",
            r"(?:read|see|learn|find out|click|discover) (?:also|more|next|this|the full|here)\b"
            r"(?=.{0,60}(?:[:|»›>→]|$))",
            r"(?:also|must|don'?t miss|don’t miss|related)[ -]?(?:read|watch|see)?\s?[:|–—-]",
            r"(?:also|must) (?:read|watch|see)\b",
            r"(?:read|watch|see|listen|related|more|video|photos|gallery|in pictures|recommended)"
            r"(?: more| also| too)?\s?[:|»]",
            r"(?:read|see) (?:the )?(?:full|original|entire|rest of the|complete) "
            r"(?:story|article|report|post|text)",
            r"(?:continue|keep) reading",
            r"\[\s?(?:related|read|also read|watch|see)\b",
            r"click (?:here|to|on|below)\b",
            r"(?:more|latest|other) (?:on|about) (?:this|the) (?:story|topic|subject)",
            r"(?:this|the) (?:article|story|post|piece|report|item)"
            r" (?:was |is |has been |first |originally |also )+"
            r"(?:published|appeared|adapted|republished|posted|produced|translated|syndicated)",
            r"(?:a |an earlier )?version of this (?:article|story|post)\b",
            r"(?:this|the) post .{1,150}(?:appeared first on|first appeared on)",
            r"visit .{1,60}(?:homepage|website|site) for more",
        ),
    ),
    (
        Chrome.SHARE,
        _begins(
            r"share (?:this|on|via|with|your|it|article|story|post|to|tweet)\b",
            r".{0,30}sharing options",
            r"(?:follow|like|find|join|connect with|watch|subscribe to) (?:us|me)\b",
            r"follow .{1,80} on (?:facebook|twitter|instagram|x|linkedin|telegram|youtube)",
            r"(?:print|email|e-mail|bookmark|save|tweet|pin|send)"
            r" (?:this (?:page|article|story|post)?|page|article|story)\b",
            r"(?:download|get|install) (?:the|our) .{0,40}\bapp\b",
            r"like this(?: article|:|$)",
        ),
    ),
    (
        Chrome.NEWSLETTER,
        _begins(
            r"(?:sign|signed) up (?:for|to|here|now|below)\b",
            r"subscribe (?:to|now|today|for|here|and|via)\b",
            r"(?:get|receive) (?:the |our |your |all the |breaking )?"
            r"(?:latest|daily|weekly|breaking|best|top|news|stories|updates|alerts|notifications)"
            r"\b.{0,120}"
            r"(?:inbox|email|newsletter|alerts|updates|delivered|notifications|weekday|day\b)",
            r"enter your (?:e-?mail|name|address)",
            r"(?:you(?:’|'| ha)ve )?(?:successfully|already) subscribed",
            r"thank(?:s| you) for (?:subscribing|signing|registering|reading)",
            r"(?:no spam|you can unsubscribe|unsubscribe)",
            r"by (?:signing up|subscribing|clicking|submitting|registering|"
            r"continuing to (?:use|browse|read)|using (?:this|our) (?:web)?(?:site|service|page)|"
            r"(?:providing|entering) your)\b",
            r"(?:want|looking for|need) more (?:stories|news|from|like)\b",
            r"support (?:our|independent|quality) ",
            r"(?:become|log in|login|register|already) (?:a |an |to |for )?(?:member|subscriber|"
            r"read|continue|comment|access|account|registered)",
        ),
    ),
    (
        Chrome.FORM,
        _begins(
            r"(?:please )?(?:enter|type|add|leave|write|submit|send|save) (?:a |an |your |my )"
            r"(?:comment|name|email|e-mail|message|reply|website|review|question|feedback|search)",
            r"your (?:e-?mail|name|comment|message|rating)\b.{0,40}"
            r"(?:\*|$|published|address|required)",
            r"required fields",
            r"save my name",
            r"notify me of",
            r"(?:post|leave|add|write|submit|cancel)(?: a| your)? (?:comment|reply|review)",
            r"you must be (?:logged|signed)",
            r"(?:this site uses akismet|learn how your comment)",
        ),
    ),
    (
        Chrome.COOKIE,
        _begins(
            r"(?:we|this (?:web)?site|our (?:web)?site|.{1,40} and (?:our|its) partners) (?:and our"
            r" partners )?(?:use|uses|store|stores)\b.{0,60}"
            r"(?:cookie|technolog|personal data|information on)",
            r"(?:accept|manage|reject|about) (?:all )?(?:cookies|preferences)",
            r"(?:this is a|you are in) .{0,20}(?:private|incognito) ",
            r"(?:please )?(?:enable|turn on|disable|turn off) (?:javascript|your ad)",
            r"(?:javascript|your browser|your web browser) (?:is|does|needs|must)\b",
            r"it (?:looks|seems|appears) (?:like )?you(?:'|’)?(?:re| are| have) .{0,30}"
            r"(?:ad ?block|browser|javascript)",
            r"these cookies\b",
        ),
    ),
    (
        Chrome.COPYRIGHT,
        _begins(
            r"(?:©|\(c\)\s|&copy;|copyright\b)",
            r".{0,80}(?:all rights reserved|rights are reserved)",
            r"(?:for |request )?(?:reprints?|republish(?:ing)?|republication)\b",
            r"this material may not be",
            r"(?:disclaimer|disclosure|editor(?:'|’)?s?(?:'|’)? note|corrections?|clarification)"
            r"\s?:",
            r"(?:powered|designed|developed|created|hosted) (?:by|with)\b",
            r"quotes (?:displayed|delayed)",
        ),
    ),
    (
        Chrome.TAGS,
        _begins(
            r"(?:related )?(?:tags?|topics?|keywords?|categor(?:y|ies)|labels?|sections?|filed"
            r"(?: under| to| in)?|posted in|tagged(?: with| as)?|in this (?:story|article)|more in)"
            r"\s?(?:[:#|]|\b(?=\s(?-i:[#A-Z])[^.!?]{0,150}$))",
            r"(?:source link|via|hat tip|h/t)\s?(?:$|:)",
            r"#\w",
        ),
    ),
    (
        Chrome.CREDIT,
        _begins(
            r"(?:main |featured? |header |top |cover )?"
            r"(?:photos?|images?|pictures?|pics?|credits?|photograph|video|illustration|graphic|"
            r"file photo|photo credit|image credit|image source|picture credit|caption|source)"
            r"(?: (?:by|courtesy|credit|source|via|caption))?\s?(?:[:|©/(]|by\b|courtesy\b)",
            r"(?:photo|picture|image|pic) (?:courtesy|credit|via|by)\b",
            r"(?:file photo|file picture|representational|representative image)\b",
            r"(?:in )?(?:an? |this |the |these )?(?:(?:file|undated|handout|satellite|aerial|stock|"
            r"combination|archive|recent|general|representational) )*"
            r"(?:photos?|images?|pictures?|photographs?|view|illustrations?|screen(?:shot|grab)|"
            r"infographic|artist(?:'|’)?s? (?:concept|impression|rendering|illustration))"
            r"(?: (?:provided|released|taken|made|posted|published|of|from|by|dated|on|shows?"
            r"|showing|distributed)\b|,)",
        ),
    ),
    (
        Chrome.AUTHOR,
        _begins(
            r"about (?:the )?(?:author|writer|us|this)\b",
            r"(?:contact|email|e-mail|write to|reach|follow) (?:the )?"
            r"(?:author|writer|reporter|her|him|them|[a-z]+ [a-z]+) (?:at|on|via)\b",
            r"(?:additional |with )?(?:reporting|writing|editing|contributions?|research)"
            r" (?:by|from)\b",
            r"\((?:reporting|writing|editing|additional reporting|with)\b",
            r"(?:the )?(?:associated press|reuters|afp|bloomberg|.{3,60}) (?:writers?|reporters?|"
            r"journalists?) .{3,200}contributed to this",
            r".{3,120} contributed (?:to this|reporting|to the report|from)\b",
            r"(?:with )?(?:inputs?|agency inputs) from\b",
            r"have (?:a|any) (?:tip|question|story|comment|confidential)",
            r"(?:got|do you have|send) (?:a|your|any|us) "
            r"(?:tip|news|story|stories|photos|question)",
            r"(?:the )?(?:views|opinions) expressed\b",
        ),
    ),
)

# A whole short line that is chrome: buttons, menu entries and notices.
_WHOLE = re.compile(
    r"(?:"
    r"advert(?:isement|ising)?s?|sponsored(?: content| by| links?)?|promoted|ad|ads by .{1,20}|"
    r"(?:article|story) continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?s?)?|"
    r"(?:scroll|swipe) .{0,40}|skip .{0,30}|"
    r"(?:show|hide|load|view|see) (?:more|less|all|comments).*|"
    r"(?:log|sign) ?(?:in|out|up)(?: .{0,20})?|register|subscribe|search|menu|home|close|open|"
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
_COMMENTS = re.compile(
    r"(?:\[ ?)?(?:(?:leave|post|add|write|cancel)(?: a| your)? (?:reply|comments?)|"
    r"(?:top (?:rated )?|view |show |read |all |latest |recent |reader )?(?:the )?comments?"
    r"(?: \(\d{1,6}\))?|"
    r"\d{1,6} (?:comments?|responses?|replies|thoughts on .{0,200})|comments are closed|"
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
_CREDIT_TAIL = re.compile(
    r"(?:\((?:(?:image|photo|picture|photograph|pic|credit|file|representational|source|video|©)"
    r"\b.{0,80}|"
    r"[^()]{0,60}(?:\s/\s?|/(?:getty|reuters|afp|ap|epa)|\bvia )[^()]{0,60}|"
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
# Appeals to the reader, wherever they stand in a short line.
_APPEAL = re.compile(
    r"\b(?:subscribe (?:to|now|today|for) |(?:our|free|daily|weekly|email) newsletters?\b|"
    r"sign up (?:for|to|here|now)\b|(?:news|story) tip\b|join our\b|our (?:app|channel|forums?)\b|"
    r"follow us\b|click here\b|use (?:the )?code\b|get access to\b|"
    r"(?:stories|news|articles|updates) like this\b|(?:in|to) your inbox\b|privacy policy\b|"
    r"terms of (?:use|service)\b|in our (?:comments|comment section)|comments (?:section )?below\b|"
    r"let us know\b|tell us what you think\b|become a (?:member|subscriber|patron)\b|"
    r"you agree to\b|your browser\b|ad ?blocker\b|take(?:n)? (?:this|our) survey|"
    r"we(?:'d| would|’d) (?:like|love) to hear)",
    re.I,
)
_AUTHOR_BIO = re.compile(
    r"\b(?:is|are|was) (?:an?|the|our|senior|chief|also)\b.{0,60}"
    r"\b(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|blogger|author|"
    r"freelancer?|producer|intern|staffer)s?\b.{0,20}"
    r"\b(?:at|for|with|based|covering|covers|who (?:covers|writes)|living|in|of|on|and)\b",
    re.I,
)
_BIO_SIGN = re.compile(
    r"\b(?:freelance|follow (?:her|him|them|me)|reach (?:her|him|them)|her work|his work|"
    r"covers|covering|writes (?:about|for)|@\w+|based in|joined|previously|living in)\b",
    re.I,
)

_LONGEST = 2000
_SHORT = 70
# Kinds that are never long: a paragraph that only begins so is prose.
_BRIEF = frozenset({Chrome.LINK, Chrome.SHARE, Chrome.TAGS, Chrome.CREDIT})
_BRIEF_WORDS = 45


def chrome_kind(line: str, words: int) -> Chrome | None:
    """The kind of chrome `line` (without its outer white space) is, or None.

    `words`: how many words it has. Only its first 2,000 characters are looked at.
    """
    line = line[:_LONGEST]
    if words <= 8 and _COMMENTS.fullmatch(line):
        return Chrome.COMMENTS
    if _ADDRESS.fullmatch(line):
        return Chrome.ADDRESS
    if len(line) <= _SHORT and _WHOLE.fullmatch(line):
        return Chrome.MENU
    if byline_names(line, words):
        return Chrome.BYLINE
    if is_date_line(line, words):
        return Chrome.DATE
    if words <= 9 and _LISTING.fullmatch(line) and _LISTING_WORDS.search(line):
        return Chrome.LISTING
    for kind, beginning in _BEGINNINGS:
        if beginning.match(line) and (words <= _BRIEF_WORDS or kind not in _BRIEF):
            return kind
    if words <= 60 and _CREDIT_TAIL.search(line, max(0, len(line) - 130)):
        return Chrome.CREDIT
    if words <= 60 and _APPEAL.search(line):
        return Chrome.NEWSLETTER
    if words <= 80 and _AUTHOR_BIO.search(line[:200]) and _BIO_SIGN.search(line):
        return Chrome.AUTHOR
    return None
