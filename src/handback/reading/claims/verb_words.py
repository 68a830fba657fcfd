"""The words that verb groups are made of: forms of verbs, and verbs of asking, promising or planning.

Lists are closed classes of English (modals, irregular pasts) or the everyday verbs of council papers; words
outside them are told by their endings.
"""


def words(text: str) -> frozenset[str]:
    """The words of a list written with spaces between."""
    return frozenset(text.split())


MODALS = {
    "will": "future",
    "'ll": "future",
    "shall": "future",
    "won't": "future",
    "must": "duty",
    "should": "should",
    "ought": "should",
    "would": "would",
    "'d": "would",
    "could": "doubt",
    "may": "doubt",
    "might": "doubt",
    "can": "doubt",
    "cannot": "doubt",
    "can't": "doubt",
    "couldn't": "doubt",
}
BE_PRESENT = words("""
    is are am 's 're 'm isn't aren't
""")
BE_PAST = frozenset(["was", "were", "wasn't", "weren't"])
HAVE = frozenset(["has", "have", "'ve", "hasn't", "haven't"])
NEGATIVES = words("""
    not never won't cannot can't couldn't isn't aren't wasn't weren't hasn't haven't
""")
#: Words that may stand inside a verb group: "will now also be reviewed".
BETWEEN = words("""
    also now then again still all both each soon shortly therefore currently initially formally
    accordingly already always only just first next jointly personally provisionally further
    subsequently instead later immediately urgently today too either itself themselves not never
    however likely in hereby fully largely broadly finally duly once besides probably certainly
    definitely hopefully simply often sometimes usually
""") - {"in", "likely"}
#: "Is due", "are expected", "were scheduled": what is planned for a time.
PLANNED = words("""
    due timed expected scheduled planned intended anticipated projected timetabled targeted programmed
    slated estimated proposed aimed hoping aiming planning intending proposing expecting looking
    preparing going pencilled booked envisaged forecast listed minded committed contracted needed wanted
""")
PROMISING = words("""
    agreed undertook undertaken promised pledged committed offered volunteered vowed resolved
    determined decided elected accepted consented guaranteed voted proposes proposed arranged opted
""")
PROMISES_NOW = words("""
    agree agrees undertake undertakes promise promises pledge pledges commit commits aim aims plan
    plans intend intends expect expects propose proposes anticipate anticipates envisage envisages
    vow vows mean means need needs want wants require requires await awaits seek seeks
""")
ORDERING = words("""
    asked requested required directed instructed told invited ordered tasked urged commissioned
    mandated obliged obligated reminded recommended advised charged called appealed directs
    instructs asks requests requires recommends invites urges ask request require direct instruct
    invite recommend urge expects expect wants want expected needs challenged bound compelled given
    set compels obliges calls
""")
DOUBTING = words("""
    hope hopes hoped hoping wish wishes wished wonder wondered wonders threatened threatens
""")
#: Pasts and participles that do not end in "ed".
IRREGULAR = words("""
    had did went gone came took taken gave given made met held kept saw seen said told wrote written
    began begun brought bought built sent spent stood fell fallen rose risen ran led left lost found
    felt heard knew known grew grown drew drawn threw thrown chose chosen broke broken spoke spoken
    won paid laid became understood sat got done been sold sought taught thought caught shown drove
    driven dealt bore borne meant struck swept forgot wound put set cut let shut undertook
    undertaken withdrew withdrawn overspent underspent foreseen forgotten hidden beaten eaten ridden
    overtaken overrun
""")
#: Pasts that are never participles.
SIMPLE_PAST = words("""
    did went came took gave saw wrote began fell rose knew grew drew threw chose broke spoke became
    drove undertook withdrew ran forgot
""")
NOT_PAST = words("""
    need indeed hundred red bed shed feed speed seed weed detailed related limited so-called exceed
    proceed succeed embed unaudited
""")
#: Verbs as they stand in the dictionary: after "to", in an order, or at the head of an action.
BASES = words("""
    ascertain see say think hear
    accelerate accept achieve act adapt add address adjust adopt advertise advise agree align
    allocate amend analyse announce answer appoint appraise approve arrange ask assess assign assure
    attend audit award balance be become begin benchmark bid bring brief build buy call carry
    cascade catch cease chair change check circulate clarify clean cleanse clear close co-ordinate
    coordinate collate collect come commence commission commit communicate compile complete conclude
    conduct confirm consider consolidate construct consult contact continue convene convert copy
    create cut deal decide decommission define deliver demolish demonstrate deploy describe design
    designate determine develop devise digitise direct discuss dispose distribute document draft
    draw draw-up embed employ empty enable end enforce engage enhance ensure enter establish
    evaluate evidence examine exchange exit expand explain explore extend feed fill finalise find
    finish fit fix follow form formalise formulate forward fund gather get give go hand harmonise
    have hire hold identify implement improve include increase inform initiate inspect install
    instruct integrate introduce invest investigate invite issue join keep launch lay lead leave let
    liaise list look lower maintain make manage map meet mend migrate minimise mobilise modernise
    monitor move negotiate nominate notify obtain offer open operate order organise outline overhaul
    own pass pay phone telephone email ring
    pilot place plan pledge post prepare present print prioritise procure produce
    progress promote propose provide publicise publish pursue put raise re-let re-run re-tender
    reach read realign rebuild recalculate recast receive recommend reconcile reconsider record
    recruit rectify redesign redevelop redraft reduce refer refine refresh refund refurbish rehouse
    reinstate relaunch relocate remind remove renew reopen reorganise repair repay replace replenish
    reply report represent request require resolve respond restore restructure resubmit retain
    retender retire retrain return reveal reverse review revise revisit reword rewrite roll run
    re-examine safeguard sample save schedule scope secure seek sell send separate serve set set-up
    settle share show shrink shut sign simplify speak spend staff start stop strengthen streamline
    submit suggest supply support survey switch table take talk tell tender test tidy trace track
    train transfer transform transition translate trial turn undertake update upgrade upload use
    vacate validate visit vote welcome widen wind withdraw work write yield sit
""")
#: Present-tense verbs by which a paper tells what happens at a time to come ("tenders go out in May").
TIMETABLE = words("""
    go goes come comes begin begins start starts commence commences open opens reopen reopens close
    closes launch return returns move moves take takes run runs fill fills finish finishes end ends
    arrive arrives leave leaves join joins retire retires complete completes land lands conclude
    concludes become becomes switch switches follow transfer transfers hand hands publish publishes resume
    resumes kick kicks step steps pass passes enter enters cease ceases report reports meet meets
    consider considers roll rolls change changes launches expire expires lapse lapses
""")
DETERMINERS = words("""
    the a an its their his her our my your this that these those each every any all some no both
    another it them us me him you
""")
PREPOSITIONS = words("""
    of in on at by for with from to into under over about between within before after until during
    through against per via since without towards
""")
