"""Words that stand before a person's name and words that may stand beside any name."""

PERSON_TITLES = frozenset(
    """President Vice Premier Prime Minister Ministers Chancellor King Queen Prince Princess
    Emperor Sultan Sheikh Sheik Emir Ayatollah Pope Cardinal Archbishop Bishop Patriarch
    Rabbi Imam Mullah Senator Sen Sen. Representative Rep Rep. Congressman Congresswoman
    Governor Gov Gov. Mayor Secretary Ambassador Envoy Commissioner Spokesman Spokeswoman
    Spokesperson Director Chairman Chairwoman Chair Chief General Gen Gen. Lieutenant Lt
    Lt. Colonel Col Col. Major Maj Maj. Captain Capt Capt. Admiral Adm Adm. Marshal
    Commander Brigadier Brig Brig. Sergeant Sgt Sgt. Judge Justice Attorney Professor Prof
    Prof. Doctor Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Sir Lord Lady Dame Baroness Leader Speaker
    Deputy Opposition Dictator Strongman MP Comrade First Marshal president premier
    minister chancellor king queen prince emir pope senator governor mayor secretary
    ambassador envoy commissioner spokesman spokeswoman spokesperson director chairman
    chairwoman chief general colonel major admiral commander judge leader speaker dictator
    strongman official analyst lawyer professor journalist activist dissident oligarch
    billionaire lawmaker""".split()
)
# Before anybody's name, so no sign that a leader is meant.
POLITE = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Sir Dr Dr. Lord Lady Dame Prof Prof. Professor".split())
# Capitalised words that may follow a country's or a capital's name without making a longer
# name of it: "Jordan Foreign Minister", "Washington Monday".
FOLLOWERS = PERSON_TITLES | frozenset(
    """Foreign Defense Defence Interior Finance Army Navy Parliament Government Ministry
    Police Supreme Central Federal National Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October
    November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Islamic Muslim Jewish
    Christian Kurdish""".split()
)
# Capitalised words that may stand before such a name without being somebody's first name.
LEADERS_IN = PERSON_TITLES | frozenset(
    """A An The In On At By For From Of To With And But Or As If When While Since After
    Before Until Although Though Because So Yet Both Either Neither Nor Not Like Unlike
    Between Among Amid Against Over Under Within Without Into Through Towards Toward
    Despite During Via Per Meanwhile However Also Now Then Today Yesterday Why How What
    Where Who Which That This These Those Is Are Was Were Has Have Had Will Would Can
    Could Should May Might Must Did Does Do Only Even Still Once Neighboring Neighbouring
    Nearby Northern Southern Eastern Western Central Ancient Modern Occupied Tiny Outside
    Inside Near Around Across Throughout Beyond Says Said Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April June July August
    September October November December Land-locked Landlocked North South East West
    Post-war Oil-rich Should""".split()
)
# "Moscow, Idaho" is no capital of Russia, "Lebanon, Pa." no country.
US_STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida
    Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland
    Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
    Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo
    Mont Neb Nev N.H N.J N.M N.Y N.C N.D Okla Ore Pa R.I S.C S.D Tenn Tex Va Vt Wash W.Va
    Wis Wyo Ontario""".split()
)
