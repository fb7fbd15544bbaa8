package org.attache.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.attribution.AttributionReader;
import org.attache.attribution.SourceChains;
import org.attache.attribution.SourceLexicon;
import org.attache.claim.Claim;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.dealing.DealingWords;
import org.attache.equipment.Equipment;
import org.attache.equipment.Makers;
import org.attache.language.Document;
import org.attache.language.Language;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.attache.mention.ItemMention;
import org.attache.mention.MentionReader;
import org.attache.mention.Mentions;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.quantity.NumberReader;
import org.attache.report.Block;
import org.attache.report.Layout;
import org.attache.report.Report;
import org.attache.source.Source;
import org.attache.time.TimeReader;
import org.attache.triage.Triage;

/** Reads reports: a pure function from a report to its claims. May be shared by threads. */
public final class Reader {
  private final Language language;
  private final Layout layout;
  private final Parties parties;
  private final MentionReader mentionReader;
  private final DraftReader draftReader;
  private final Words words;
  private final TimeReader timeReader;
  private final Withholding withholding;
  private final Weights sideWeights;
  private final Weights draftWeights;
  private final Weights itemWeights;
  private final AttributionReader attributionReader;
  private final SourceLexicon sourceLexicon;
  private final Set<String> military;
  private final Set<String> economic;
  private final Makers makers;
  private final Triage triage;

  /** A reader with these lexicons and language models. */
  public Reader(Tables tables, Language language) {
    this.language = language;
    layout =
        new Layout(
            tables.rows("line-marks").stream()
                .map(
                    r ->
                        new Layout.LineMark(
                            r.get("beginning"), r.constant("kind", Block.Kind.class)))
                .toList());
    parties = new Parties(tables);
    Equipment equipment = new Equipment(tables);
    makers = new Makers(equipment);
    mentionReader = new MentionReader(tables, parties, equipment);
    triage = new Triage(tables, parties, equipment);
    words = new Words(tables);
    timeReader = new TimeReader(tables);
    withholding = new Withholding(tables);
    draftWeights = new Weights(tables, "weights-drafts");
    itemWeights = new Weights(tables, "weights-items");
    sideWeights = new Weights(tables, "weights-sides");
    attributionReader = new AttributionReader(tables);
    sourceLexicon = SourceLexicon.from(tables);
    draftReader =
        new DraftReader(
            new TriggerReader(new DealingWords(tables), words),
            new StageReader(words),
            new NumberReader(tables),
            words);
    military = field(tables, "military");
    economic = field(tables, "economic");
  }

  private static Set<String> field(Tables tables, String field) {
    return tables.rows("fields").stream()
        .filter(r -> r.get("field").equals(field))
        .map((Row r) -> r.get("word"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A report's teasers for other articles, as they stand in its text. */
  public List<String> related(Report report) {
    return layout.blocks(report.text()).stream()
        .filter(block -> block.kind() == Block.Kind.TEASER)
        .map(block -> report.text().substring(block.start(), block.end()))
        .toList();
  }

  /** The claims of a report, in the order of the text. */
  public List<Claim> read(Report report) {
    return read(report, Notes.NONE);
  }

  /** Which pages and reports this reader reads no claim from; it counts those that it was given. */
  public Triage triage() {
    return triage;
  }

  /** The claims of a report, with notes on how they came about. */
  public List<Claim> read(Report report, Notes notes) {
    return triage.mayHold(report) ? readAll(report, notes) : List.of();
  }

  /** The same without triage. */
  List<Claim> readAll(Report report, Notes notes) {
    String headline = report.text().lines().findFirst().orElse("");
    List<Block> blocks = layout.blocks(report.text());
    Document document =
        language.parse(
            report, blocks, b -> b.kind() != Block.Kind.TEASER && b.kind() != Block.Kind.MATTER);
    List<Mentions> mentions = mentionReader.read(document);
    Speech speech = new Speech(document, attributionReader, sourceLexicon);
    Referents referents =
        new Referents(document, mentions, words, at -> speech.chains().voice(at), parties);
    Set<String> titleItems = new HashSet<>();
    Set<Party> inTitle = new java.util.LinkedHashSet<>();
    for (Sentence sentence : document.sentences()) {
      if (document.blockOf(sentence).kind() == Block.Kind.TITLE) {
        referents.phrases(sentence.number()).forEach(p -> inTitle.add(p.party()));
        mentions
            .get(sentence.number())
            .items()
            .forEach(item -> titleItems.add(ItemChooser.key(item)));
      }
    }
    List<Draft> body = new ArrayList<>();
    List<Draft> titles = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      boolean title = document.blockOf(sentence).kind() == Block.Kind.TITLE;
      List<Draft> here = draftReader.read(mentions.get(sentence.number()), referents, title);
      withhold(withholding.read(sentence), here, body);
      (title ? titles : body).addAll(here);
    }
    List<Draft> drafts = Stream.concat(body.stream(), titles.stream()).toList();
    Discourse discourse =
        new Discourse(
            mentions,
            parties,
            drafts,
            new ItemChooser(itemWeights, mentions, titleItems),
            new SideChooser(
                sideWeights,
                referents,
                inTitle,
                Home.of(document, mentions, sourceLexicon, parties),
                new Declared(drafts, titles),
                words),
            makers,
            headline,
            notes);
    notes.take(() -> "REPORT\t" + headline);
    body.forEach(discourse::complete);
    titles.forEach(discourse::complete);
    Verdicts verdicts =
        new Verdicts(
            drafts,
            new Acceptance(draftWeights),
            new Company(
                drafts.stream().filter(Discourse::isWhole).toList(), inTitle, titleItems, mentions),
            headline,
            notes);
    drafts.forEach(draft -> notes.take(() -> trace(verdicts, draft)));
    if (drafts.stream().noneMatch(verdicts::holds)) {
      return List.of();
    }
    Contracts.settle(body.stream().filter(verdicts::holds).toList());
    SourceChains chains = speech.chains();
    Dating dating = new Dating(document, mentions, speech.statements(), timeReader);
    Sums sums = new Sums(mentions);
    drafts.stream()
        .filter(verdicts::holds)
        .collect(Collectors.groupingBy(d -> d.sentence.number()))
        .values()
        .forEach(
            here -> {
              dating.date(here);
              sums.price(here);
            });
    new FollowUp(words, dating, sums).complete(document.sentences(), body, verdicts::holds);
    List<Draft> held = body.stream().filter(verdicts::holds).toList();
    ClaimAssembler assembler = new ClaimAssembler(document, new Field(mentions, held));
    List<Claim> claims = new ArrayList<>();
    for (Draft draft : body) {
      if (verdicts.holds(draft)) {
        claims.addAll(assembler.claims(draft, chain(chains, dating, draft)));
      }
    }
    new Rebuttal(mentions, words)
        .denials(held)
        .forEach(
            denial -> claims.addAll(assembler.claims(denial.draft(), List.of(denial.source()))));
    new Rejection(words)
        .denials(
            document.sentences(),
            held,
            (sentence, verb, word) ->
                chains
                    .voice(word.start())
                    .or(() -> referents.doer(sentence, verb.index()).flatMap(Party::state)))
        .forEach(
            denial -> {
              List<Source> chain = chain(chains, dating, denial);
              claims.addAll(
                  assembler.claims(denial, chain.isEmpty() ? denier(referents, denial) : chain));
            });
    List<Claim> merged = new ArrayList<>(ClaimAssembler.merge(claims));
    for (Draft draft : titles) {
      if (verdicts.holds(draft)) {
        assembler
            .claims(draft, chain(chains, dating, draft))
            .forEach(claim -> joinTitle(merged, claim));
      }
    }
    return List.copyOf(merged);
  }

  private static String trace(Verdicts verdicts, Draft draft) {
    return String.join(
        "\t",
        verdicts.holds(draft) ? "+" : "-",
        Integer.toString(draft.sentence.start()),
        Integer.toString(draft.sentence.end()),
        draft.kind.name(),
        draft.stage.map(Stage::code).orElse(""),
        Discourse.keys(draft.suppliers),
        Discourse.keys(draft.recipients),
        Discourse.keys(draft.partners),
        Discourse.itemKeys(draft),
        draft.toString(),
        draft.sentence.toString());
  }

  /** What is withheld belongs to the dealing of the sentence, or to the last one before it. */
  private static void withhold(Set<Withheld> withheld, List<Draft> here, List<Draft> before) {
    if (withheld.isEmpty()) {
      return;
    }
    List<Draft> candidates = here.stream().filter(d -> !d.items.isEmpty()).toList();
    if (!candidates.isEmpty()) {
      candidates.getFirst().withheld.addAll(withheld);
    } else {
      before.stream()
          .filter(d -> !d.items.isEmpty())
          .reduce((a, b) -> b)
          .ifPresent(d -> d.withheld.addAll(withheld));
    }
  }

  /** "Eritrea called the accusation false": who does so is no source of anything else. */
  private static List<Source> denier(Referents referents, Draft denial) {
    Sentence sentence = denial.sentence;
    int verb = denial.from;
    while (verb + 1 < denial.to && !sentence.token(verb).isVerb()) {
      verb++;
    }
    int denies = verb;
    return referents
        .doer(sentence, verb)
        .map(
            party ->
                new Source(
                    Source.Type.BODY,
                    Optional.of(party.name()),
                    Optional.empty(),
                    party.state(),
                    Optional.of(sentence.token(denies).text()),
                    Optional.of(Source.Manner.INDIRECT),
                    Optional.empty()))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Source> chain(SourceChains chains, Dating dating, Draft draft) {
    Token trigger = draft.sentence.token(draft.trigger.at());
    return chains.links(trigger.start(), trigger.end()).stream()
        .map(link -> link.source().on(dating.of(link.statement())))
        .toList();
  }

  /** A headline that repeats the body is further evidence; one that says more is a claim. */
  private static void joinTitle(List<Claim> claims, Claim title) {
    Optional<Claim> best = Optional.empty();
    for (Claim claim : claims) {
      boolean repeats = claim.kind() == title.kind() && ClaimAssembler.sameSides(claim, title);
      boolean better =
          repeats
              && (best.isEmpty()
                  || ClaimAssembler.itemsMeet(claim, title)
                      && !ClaimAssembler.itemsMeet(best.get(), title));
      if (better) {
        best = Optional.of(claim);
      }
    }
    if (best.isPresent()) {
      claims.set(claims.indexOf(best.get()), best.get().withEvidence(title.evidence()));
    } else if (title.kind() != org.attache.claim.Kind.ARMS_TRANSFER
        || title.supplier().isPresent() && title.recipient().isPresent()) {
      claims.add(title);
    }
  }

  private final class Field implements ClaimAssembler.Context {
    private final List<Mentions> mentions;
    private final List<Draft> held;

    Field(List<Mentions> mentions, List<Draft> held) {
      this.mentions = mentions;
      this.held = held;
    }

    @Override
    public boolean armsBetween(Set<Party> parties) {
      return held.stream()
          .filter(d -> d.items.stream().anyMatch(ItemMention::isArms))
          .anyMatch(
              d ->
                  !d.suppliers.isEmpty()
                      && !d.recipients.isEmpty()
                      && parties.stream().anyMatch(p -> d.suppliers.stream().anyMatch(p::sameSide))
                      && parties.stream()
                          .anyMatch(p -> d.recipients.stream().anyMatch(p::sameSide)));
    }

    @Override
    public boolean forces(Sentence sentence, Set<Party> parties) {
      return mentions.get(sentence.number()).parties().stream()
          .filter(m -> parties.stream().anyMatch(m.party()::sameSide))
          .anyMatch(m -> words.isForces(sentence.token(m.to() - 1).lemma()));
    }

    @Override
    public boolean vehicle(String thing) {
      String noun = thing.substring(thing.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      return words.isVehicle(noun)
          || noun.endsWith("s") && words.isVehicle(noun.substring(0, noun.length() - 1));
    }

    @Override
    public boolean military(String word) {
      return military.contains(word);
    }

    @Override
    public boolean military(Sentence sentence, int from, int to) {
      return sentence.tokens().subList(from, to).stream()
          .anyMatch(t -> military.contains(t.lemma().toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean economic(Sentence sentence, int from, int to) {
      return sentence.tokens().subList(from, to).stream()
          .anyMatch(t -> economic.contains(t.lemma().toLowerCase(Locale.ROOT)));
    }
  }
}
