"""How lines of page chrome begin, whatever follows: as websites commonly write them.

Matched at the start of single lines of bounded length; no nested repeats.
"""

import re

from timeline.extract.body.kinds import Chrome


def _begins(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(phrases) + ")", re.I)


# A line that begins like this is chrome, however long it is.
BEGINNINGS: tuple[tuple[Chrome, re.Pattern[str]], ...] = (
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
            r"(?:poll|quiz|survey)\s?:",
            r"(?:this|the) (?:article|story|post|piece|report|item|interview|conversation|"
            r"transcript)"
            r" (?:was |is |has been |first |originally |also )+"
            r"(?:published|appeared|adapted|republished|posted|produced|translated|syndicated|"
            r"edited|condensed)",
            r"(?:this|the) (?:article|story|post|piece|report) is part of (?:our|a|the)\b",
            r"\(?except for the headline",
            r"(?:a |an earlier )?version of this (?:article|story|post)\b",
            r"(?:this|the) post .{1,150}(?:appeared first on|first appeared on)",
            r"for more .{1,60} (?:visit|go to|see) (?:our|the)\b",
            r"visit .{1,60}(?:homepage|website|site) for more",
        ),
    ),
    (
        Chrome.SHARE,
        _begins(
            r"share (?:this|on|via|with|your|it|article|story|post|to|tweet)\b",
            r".{0,30}sharing options",
            r"skip to (?:the )?(?:main )?(?:content|navigation|article)",
            r"(?:follow|like|find|join|connect with|watch) (?:us|me)"
            r"(?: (?:on|at|for|via)\b|\W{0,3}$)",
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
            r"(?:want|looking for|need) more (?:stories|news|from|like|\w{1,20}\?)",
            r"support (?:our|independent|quality) |donate\b.{0,60}$",
            r"(?:this|the rest of this|the full) (?:article|content|story|page|post|report) is "
            r"(?:only |exclusively )?(?:available |reserved )?(?:only )?(?:for|to)\b",
            r"(?:this is an?|enjoy) (?:premium|exclusive|paid|subscriber|unlimited)\b",
            r"(?:already |not )?(?:a |yet a )?(?:subscriber|member)\?",
            r"(?:read|see) our \w{1,20} (?:policy|guidelines|rules)\b",
            r"keep an eye on your inbox",
            r"there was an error (?:processing|submitting|sending|with your)",
            r"i (?:agree (?:that|to)|would like to receive|consent to)\b",
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
            r"we value your privacy",
            r"try (?:searching|our search|again|the search)\b|search (?:for what|our site)",
            r"(?:or )?go (?:back )?to (?:the |our )?(?:home ?page|front page)",
            r"why am i seeing this",
            r"(?:sorry|oops|error|404|403|access denied|page not found)\b.{0,80}$",
            r"(?:the|this) (?:page|content|web page) (?:you |is |was |could |cannot |can(?:'|’)t |"
            r"isn(?:'|’)t |may have ).{0,80}"
            r"(?:found|available|exist|moved|looking|supported|removed)",
            r"this video (?:is|can|could|has)\b.{0,40}(?:available|played|loaded|removed)",
            r"you (?:(?:do not|don(?:'|’)t) )?have (?:permission|access)\b",
        ),
    ),
    (
        Chrome.COPYRIGHT,
        _begins(
            r"(?:©|\(c\)\s|&copy;|copyright\b)",
            r".{0,80}(?:all rights reserved|rights are reserved)",
            r"(?:for |request )?(?:reprints?|republish(?:ing)?|republication)\b",
            r"this material may not be",
            r"(?:.{1,60} (?:is|are) (?:a |the )?)?(?:registered )?trade ?marks? of\b",
            r"(?:the |all )?(?:information|material|content|opinions?)s? (?:provided |contained |"
            r"published |expressed )?(?:on|in|by) (?:this|our) (?:web)?site",
            r"(?:always |please )?consult (?:with )?(?:your|a) (?:doctor|physician|financial adv)",
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
            r"(?:pictured|above|below|left|right)(?: (?:above|below|left|right))?\s?:\s",
            r"(?:photo(?:graph)?s? )?courtesy (?:of )?\b.{1,60}$",
            # Not "Satellite images released on Monday show ...": that is news.
            r"(?:an? |this )?(?:artist(?:'|’)?s? (?:concept|impression|rendering|illustration)|"
            r"illustration|(?:general|aerial) view|(?:file|undated|handout|stock|archive) "
            r"(?:photo|image|picture|photograph)) (?:of|shows?|showing|provided|from)\b",
            r"in this (?:.{0,40} )?(?:photo|image|picture|photograph)\b.{0,80},",
        ),
    ),
    (
        Chrome.AUTHOR,
        _begins(
            r"about (?:the )?(?:author|writer|us|this)\b",
            # "About Ann Lee", "About Acme": who wrote, or who publishes, is told below.
            r"(?-i:About|Über|Sobre|Over)(?: (?:the|el|la|o|a|den|die))?"
            r"(?: (?-i:[A-ZÀ-ÖØ-Þ][\w.'’&-]{0,30})){1,4}$",
            r"the (?:writer|author) (?:is|was|teaches|works)\b.{0,150}$",
            r"(?:contact|email|e-mail|write to|reach|follow) (?:the )?"
            r"(?:author|writer|reporter|her|him|them|(?-i:[A-Z][a-z]+ [A-Z][a-z]+))"
            r" (?:at|on|via)\b",
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
