package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.attribution.Attribution.Span;
import org.attache.language.Document;
import org.attache.language.Quote;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.report.Dateline;
import org.attache.source.Source;

/**
 * Says who is responsible for a stretch of a report's text: the chain of sources from the one that
 * the outlet relies on to the one who asserts it.
 */
public final class SourceChains {
  private final Document document;
  private final List<Statement> statements;
  private final List<Statement> given;
  private final IdentityHashMap<Statement, Profile> sources = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, List<Profile>> channels = new IdentityHashMap<>();
  private final SourceLexicon lexicon;
  private final Asserting asserting;
  private final String publisher;
  private final Background background;
  private final SourceNames names;
  private final Antecedents antecedents;
  private final Channels routes;
  private final SpeakerLabels labels;

  /** Resolves the sources of a document's statements. */
  public SourceChains(Document document, List<Statement> statements, SourceLexicon lexicon) {
    this.document = document;
    this.lexicon = lexicon;
    this.publisher = document.report().outlet();
    this.background = new Background(document);
    this.given = List.copyOf(statements);
    this.asserting = new Asserting(lexicon.words());
    List<Statement> all = new ArrayList<>(statements);
    all.addAll(new GivenInFull(document, lexicon.words(), statements).read());
    this.statements =
        all.stream()
            .filter(asserting::asserts)
            .map(this::pastDateline)
            .map(this::withQuestion)
            .map(this::overSemicolon)
            .sorted(
                Comparator.comparingInt((Statement s) -> s.cueWords().sentence().number())
                    .thenComparingInt(
                        s -> s.source().map(Words::start).orElse(s.cueWords().start())))
            .toList();
    Cast cast = Cast.of(document, lexicon);
    this.names = new SourceNames(lexicon, cast, new HomeState(lexicon).of(document));
    this.antecedents =
        new Antecedents(
            names,
            cast,
            lexicon,
            new Interview(document, cast, lexicon),
            Acronyms.of(document.report().text()),
            this.statements.stream().flatMap(s -> s.source().stream()).toList());
    this.labels = new SpeakerLabels(document, lexicon, cast);
    this.routes = new Channels(names, antecedents, lexicon, publisher);
    resolve();
  }

  /** "OSLO, May 4 (Wire) - Kenya's minister said": the dateline is no part of the source. */
  private Statement pastDateline(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    Optional<Words> source = statement.source().filter(s -> s.sentence() == sentence);
    int end = Dateline.end(document.report().text(), document.blocks(), document.blockOf(sentence));
    if (source.isEmpty() || source.get().start() >= end || sentence.start() >= end) {
      return statement;
    }
    int from = source.get().from();
    while (from < sentence.size() && sentence.token(from).start() < end) {
      from++;
    }
    int to = Math.max(from, source.get().to());
    while (to == from || to < statement.head() && isPartOfName(sentence, to, source.get().to())) {
      to++;
    }
    return to > statement.head() && source.get().to() <= from
        ? statement
        : statement.by(new Words(sentence, from, to));
  }

  private static boolean isPartOfName(Sentence sentence, int index, int end) {
    Token token = sentence.token(index);
    return end <= index
        && (token.isNoun() || token.tag().startsWith("JJ") || token.tag().equals("POS"));
  }

  /** "Asked whether a deal was near, the minister said": the question is told on his behalf. */
  private Statement withQuestion(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    Optional<Words> source = statement.source();
    boolean asked =
        sentence.token(0).lower().equals("asked")
            && source.isPresent()
            && source.get().sentence() == sentence
            && source.get().from() > 2
            && source.get().to() <= statement.cueWords().from();
    if (!asked) {
      return statement;
    }
    int end = sentence.token(source.get().from() - 1).end();
    return statement.with(new Span(sentence.start(), end));
  }

  /**
   * "He said that A had sent 24; B sent 2; and C one.": what follows a semicolon is said as well,
   * where nobody else says it.
   */
  private Statement overSemicolon(Statement statement) {
    Sentence sentence = statement.cueWords().sentence();
    Span last = statement.contents().getLast();
    boolean reported =
        statement.form() == Statement.Form.CLAUSE
            && statement.cue().kind() == Cue.Kind.SPEECH
            && statement.source().isPresent()
            && document.quoteAround(last.start(), last.end()).isEmpty();
    if (!reported) {
      return statement;
    }
    for (Token token : sentence.tokens()) {
      if (token.text().equals(";")
          && token.start() >= last.end()
          && token.start() <= last.end() + 1) {
        int end = sentence.token(sentence.size() - 1).start();
        boolean other =
            given.stream()
                .anyMatch(
                    s ->
                        s.cueWords().sentence() == sentence
                            && s.source().isPresent()
                            && s.cueWords().start() > token.start());
        return other || end <= token.end()
            ? statement
            : statement.with(new Span(token.end() + 1, end));
      }
    }
    return statement;
  }

  private void resolve() {
    Optional<Statement> previous = Optional.empty();
    int next = 0;
    for (Sentence sentence : document.sentences()) {
      boolean colon = sentence.tokens().stream().anyMatch(t -> t.text().equals(":"));
      if (colon) {
        antecedents.read(document, sentence);
      }
      while (next < statements.size() && statements.get(next).cueWords().sentence() == sentence) {
        Statement statement = statements.get(next++);
        if (statement
            .source()
            .filter(mention -> !isFirstPerson(mention) && !isQuestion(mention))
            .isPresent()) {
          resolve(statement, previous);
          previous = Optional.of(statement);
        }
      }
      if (!colon) {
        antecedents.read(document, sentence);
      }
    }
    resolveSpeakers();
  }

  /** A question in an interview is the outlet's. */
  private boolean isQuestion(Words mention) {
    return lexicon.words().has("question", mention.toString().toLowerCase(Locale.ROOT));
  }

  private void resolve(Statement statement, Optional<Statement> previous) {
    Words mention = statement.source().orElseThrow();
    boolean published = lexicon.words().has("publishing-cue", statement.cue().words().getFirst());
    Profile profile = antecedents.resolve(mention, published);
    boolean act =
        Asserting.isAvowal(statement)
            && (!profile.is(Source.Type.PERSON) || !asserting.isReadiness(statement));
    if (act || !names.canSpeak(profile) || labels.isRubric(statement, mention, profile)) {
      return;
    }
    sources.put(statement, profile);
    List<Profile> via =
        statement.cue().takes("relay") ? relaying(statement) : routes.of(statement, profile);
    if (via.isEmpty()
        && previous
            .filter(p -> near(p, statement))
            .flatMap(p -> Optional.ofNullable(sources.get(p)))
            .filter(profile::same)
            .isPresent()) {
      via = channels.getOrDefault(previous.get(), List.of());
    }
    channels.put(statement, via);
    antecedents.noteTexts(statement, profile);
    via.forEach(channel -> antecedents.note(mention.start(), channel, false));
    if (Asserting.isAvowal(statement)) {
      antecedents.note(mention.start(), profile, false);
    } else {
      antecedents.noteSource(mention.start(), profile.through(via));
    }
  }

  /** The source whose report hands this one on. */
  private List<Profile> relaying(Statement relay) {
    return statements.stream()
        .filter(
            s ->
                !s.equals(relay) && s.contents().equals(relay.contents()) && sources.containsKey(s))
        .map(sources::get)
        .filter(p -> p.is(Source.Type.OUTLET))
        .toList();
  }

  /** "We think", said within a quotation: the source is the one who is quoted. */
  private void resolveSpeakers() {
    for (Statement statement : statements) {
      if (statement.source().filter(this::isFirstPerson).isPresent()) {
        speakerAround(statement).ifPresent(speaker -> sources.put(statement, speaker));
      }
    }
  }

  private static boolean near(Statement one, Statement other) {
    return Math.abs(other.cueWords().sentence().block() - one.cueWords().sentence().block()) <= 1;
  }

  private boolean isFirstPerson(Words mention) {
    return mention.to() - mention.from() == 1
        && lexicon.words().has("speaker-pronoun", mention.sentence().token(mention.from()).lower());
  }

  private Optional<Profile> speakerAround(Statement statement) {
    return statements.stream()
        .filter(s -> !s.equals(statement) && sources.containsKey(s))
        .filter(s -> s.covers(statement.cueWords().start(), statement.cueWords().end()))
        .reduce((first, second) -> second)
        .map(sources::get);
  }

  /**
   * The links after the publishing outlet, outermost first; none where the outlet itself asserts
   * it.
   */
  public List<Source> chain(int start, int end) {
    return links(start, end).stream().map(Link::source).toList();
  }

  /**
   * The state for which somebody speaks at a place: a source, or the government body that publishes
   * the report.
   */
  public Optional<String> voice(int offset) {
    List<Source> chain = chain(offset, offset + 1);
    Optional<String> body =
        lexicon.bodies(publisher).isEmpty() ? Optional.empty() : lexicon.stateIn(publisher);
    return chain.isEmpty() ? body : chain.getLast().state().or(() -> body);
  }

  /** The links after the publishing outlet, outermost first, each with its statement. */
  public List<Link> links(int start, int end) {
    List<Words> around = around(start, end).stream().map(Statement::cueWords).toList();
    if (background.covers(start, end, around)) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    List<Profile> named = new ArrayList<>();
    boolean denied = false;
    for (Statement statement : around(start, end)) {
      Profile profile = sources.get(statement);
      boolean report = denied && statement.cue().sort() == Cue.Sort.NOUN;
      if (profile == null
          || report
          || isNested(statement, profile, named)
          || isOwnSide(statement, profile, links)) {
        continue;
      }
      denied = statement.cue().denied() && statement.form() == Statement.Form.OBJECT;
      for (Profile channel : channels.getOrDefault(statement, List.of())) {
        if (named.stream().noneMatch(channel::same) && !isPublisher(channel)) {
          named.add(channel);
          links.add(new Link(source(channel, statement, Optional.empty()), statement));
        }
      }
      boolean again = !named.isEmpty() && named.getLast().same(profile);
      if (again) {
        links.removeLast();
        named.removeLast();
      }
      if (!isPublisher(profile)) {
        named.add(profile);
        links.add(new Link(source(profile, statement, Optional.of(manner(start, end))), statement));
      }
    }
    return links;
  }

  /**
   * "Kenya has confirmed the order. This was stated by its minister", "Kenya rules out sanctions,
   * its minister said": the state is no other source than the one who speaks for it.
   */
  private boolean isOwnSide(Statement statement, Profile profile, List<Link> links) {
    Optional<Statement> outer =
        links.isEmpty() ? Optional.empty() : Optional.of(links.getLast().statement());
    boolean elsewhere =
        outer.filter(o -> o.cueWords().sentence() != statement.cueWords().sentence()).isPresent();
    boolean behind =
        outer.filter(o -> o.form() == Statement.Form.FRONTED).isPresent() && isState(profile);
    Optional<Profile> speaker = outer.map(sources::get);
    return (elsewhere || behind)
            && speaker
                .filter(p -> p.is(Source.Type.PERSON) && names.speaksForState(p, profile))
                .isPresent()
        || behind && speaker.filter(p -> isOfficerOf(p, profile)).isPresent();
  }

  /** Its ministry, or a minister of whom nothing says that another state's he is. */
  private static boolean isOfficerOf(Profile speaker, Profile state) {
    return speaker.is(Source.Type.BODY) && speaker.state().equals(state.state())
        || speaker.is(Source.Type.PERSON)
            && speaker.role().isPresent()
            && (speaker.state().isEmpty() || speaker.state().equals(state.state()));
  }

  private boolean isState(Profile profile) {
    return profile.name().filter(n -> Cast.covers(lexicon.states(n), n)).isPresent();
  }

  /**
   * What somebody says that others saw is still what he says, and so is what he says that his own
   * side thinks or that its papers show.
   */
  private boolean isNested(Statement statement, Profile profile, List<Profile> named) {
    Optional<Profile> speaker =
        named.stream().filter(p -> !p.is(Source.Type.OUTLET)).reduce((a, b) -> b);
    boolean own =
        statement
            .source()
            .map(m -> m.sentence().token(m.from()).lower())
            .filter(w -> lexicon.words().has("own", w))
            .isPresent();
    if (speaker.isEmpty() || own) {
      return speaker.isPresent();
    }
    return switch (statement.cue().kind()) {
      case PERCEPTION -> true;
      case BELIEF, SHOWING -> names.speaksForState(speaker.get(), profile);
      default -> false;
    };
  }

  /** The cue that stands nearest around a span, whether its source is named or not. */
  public Optional<Cue> cue(int start, int end) {
    return around(start, end).stream().reduce((first, second) -> second).map(Statement::cue);
  }

  /**
   * Whether the innermost source rejects what a span tells: by its own cue ("denied that") or by
   * that of a noun which it takes up ("dismissed claims that").
   */
  public boolean denied(int start, int end) {
    return closest(start, end).stream().anyMatch(s -> s.cue().denied());
  }

  /** How sure the cues give a span to be; certain where none stands around it. */
  public Cue.Certainty certainty(int start, int end) {
    return closest(start, end).stream()
        .map(s -> s.cue().certainty())
        .max(Comparator.naturalOrder())
        .orElse(Cue.Certainty.CERTAIN);
  }

  /** The statements around a span from the innermost out to the first one that has a source. */
  private List<Statement> closest(int start, int end) {
    List<Statement> closest = new ArrayList<>();
    for (Statement statement : around(start, end).reversed()) {
      closest.add(statement);
      if (sources.containsKey(statement)) {
        break;
      }
    }
    return closest;
  }

  private boolean isPublisher(Profile profile) {
    return (profile.is(Source.Type.OUTLET) || profile.is(Source.Type.PERSON))
        && routes.isPublisher(profile);
  }

  /** The statements whose content holds most of the span, outermost first. */
  private List<Statement> around(int start, int end) {
    List<Statement> all =
        statements.stream()
            .filter(
                s ->
                    s.contents().stream().anyMatch(c -> holds(c, start, end))
                        || isWhole(s, start, end))
            .filter(s -> isTail(s) || !s.cueWords().span().covers(start, end))
            .filter(s -> sources.containsKey(s) || !Asserting.isAvowal(s))
            .sorted(this::order)
            .toList();
    return all.stream().filter(s -> all.stream().noneMatch(inner -> isBesides(s, inner))).toList();
  }

  /** "A sale is planned, the agency notified parliament": what is told stands before the cue. */
  private static boolean isTail(Statement statement) {
    return statement.form() == Statement.Form.FRONTED
        && statement.source().isPresent()
        && statement.contents().getFirst().end() <= statement.cueWords().start();
  }

  /**
   * "The palace said it would wait after the president said that": the second is told by whoever
   * reports the first, and is no part of it.
   */
  private boolean isBesides(Statement outer, Statement inner) {
    if (outer.equals(inner)
        || inner.source().isEmpty()
        || !sources.containsKey(inner)
        || outer.form() != Statement.Form.CLAUSE
        || inner.form() != Statement.Form.CLAUSE
        || outer.cueWords().sentence() != inner.cueWords().sentence()
        || outer.cueWords().start() > inner.cueWords().start()) {
      return false;
    }
    Words source = inner.source().get();
    boolean quoted =
        document.quoteAround(inner.cueWords().start(), inner.cueWords().end()).isPresent();
    return !quoted
        && source.sentence() == inner.cueWords().sentence()
        && source.from() > outer.head() + 1
        && lexicon.words().has("besides", source.sentence().token(source.from() - 1).lower());
  }

  private static boolean holds(Span content, int start, int end) {
    int common = Math.min(content.end(), end) - Math.max(content.start(), start);
    return common * 2 > end - start;
  }

  /** Whether the span is a sentence that holds source, cue and content. */
  private static boolean isWhole(Statement statement, int start, int end) {
    int cue = statement.cueWords().start();
    Span last = statement.contents().getLast();
    boolean inside = start <= cue && cue < end && statement.contents().getFirst().start() < end;
    boolean sourceToo =
        statement.source().filter(s -> s.start() >= start && s.end() <= end).isPresent();
    return inside && sourceToo
        || inside
            && holds(
                new Span(
                    Math.min(cue, statement.contents().getFirst().start()),
                    Math.max(last.end(), cue + 1)),
                start,
                end);
  }

  private int order(Statement one, Statement other) {
    boolean within = one.covers(other.cueWords().start(), other.cueWords().end());
    boolean around = other.covers(one.cueWords().start(), one.cueWords().end());
    if (within != around) {
      return within ? -1 : 1;
    }
    return Integer.compare(length(other), length(one));
  }

  private static int length(Statement statement) {
    return statement.contents().stream().mapToInt(c -> c.end() - c.start()).sum();
  }

  private Source source(Profile profile, Statement statement, Optional<Source.Manner> manner) {
    return new Source(
        profile.type(),
        profile.name(),
        profile.role(),
        profile.state(),
        Optional.of(statement.cueWords().toString()),
        manner,
        Optional.empty());
  }

  /** Whether the words of a span are quoted: all, some or none of them. */
  Source.Manner manner(int start, int end) {
    int quoted = 0;
    for (Quote quote : document.quotes()) {
      quoted += Math.max(0, Math.min(quote.end(), end) - Math.max(quote.start(), start));
    }
    if (quoted == 0) {
      return Source.Manner.INDIRECT;
    }
    return quoted >= end - start ? Source.Manner.DIRECT : Source.Manner.MIXED;
  }
}
