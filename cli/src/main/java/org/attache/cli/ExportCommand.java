package org.attache.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLStreamException;
import org.attache.lexicon.Tables;
import org.attache.register.exchange.GraphMl;
import org.attache.register.exchange.JsonLines;
import org.attache.register.exchange.Plover;
import org.attache.register.exchange.SipriCsv;
import org.attache.register.exchange.followthemoney.FollowTheMoney;
import org.attache.register.exchange.page.RegisterPage;
import org.attache.register.exchange.parquet.ParquetClaims;
import org.attache.register.resolution.Families;
import org.attache.register.store.Inquiry;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From the register to other programs. */
@Command(
    name = "export",
    header = "Writes the register in a format of other programs.",
    description = {
      "jsonl: reports with their claims and all decisions, which attache import takes back without"
          + " loss; csv: orders and deliveries in the columns of SIPRI's trade register; plover:"
          + " claims as PLOVER event records; graphml: dealings as a graph; ftm: dealings, claims and"
          + " reports as FollowTheMoney entities, for Aleph and OpenSanctions; html: dealings as one"
          + " page to read or print; parquet: claims in columns, for data frames and query engines.",
      "",
      "The filters choose reports for jsonl, claims for plover and parquet, dealings for the"
          + " others."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache export --format jsonl --out register.jsonl",
      "  attache export --format html --party Iran --as-of 2024-06-30 --out iran.html",
      "  attache export --format parquet --category uav --out uavs.parquet",
      "  attache export --format csv --recipient Poland --since 2022-01-01"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ExportCommand implements Callable<Integer> {
  /** The formats. */
  enum Format {
    jsonl,
    csv,
    plover,
    graphml,
    ftm,
    html,
    parquet;

    /** Whether it is no text, so that a terminal cannot show it. */
    boolean isBinary() {
      return this == parquet;
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "${COMPLETION-CANDIDATES}.")
  private Format format = Format.jsonl;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to FILE (default: standard output).")
  private @Nullable Path out;

  @Mixin private Filters filters = new Filters();
  @Mixin private RegisterOptions options = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws IOException, XMLStreamException {
    Question question = filters.question(common);
    if (format.isBinary() && out == null && Terminal.here(System.getenv()).out()) {
      throw common.wrong(
          "--format "
              + format
              + " is no text that a terminal could show: name a file with --out, or send the output"
              + " to another program");
    }
    try (Register register = options.openKept(common)) {
      if (format.isBinary()) {
        writeBinary(register.inquiry(), question);
      } else if (out == null) {
        write(register.inquiry(), question, common.out());
        common.out().flush();
      } else {
        try (Writer file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
          write(register.inquiry(), question, file);
        }
      }
    }
    return 0;
  }

  private void writeBinary(Inquiry inquiry, Question question) throws IOException {
    try (OutputStream stream =
        out == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(out)) {
      BufferedOutputStream buffer = new BufferedOutputStream(stream);
      ParquetClaims.write(inquiry, question, buffer);
      buffer.flush();
    }
  }

  private void write(Inquiry inquiry, Question question, Writer writer)
      throws IOException, XMLStreamException {
    switch (format) {
      case jsonl -> JsonLines.write(inquiry, question, writer);
      case csv -> new SipriCsv(Families.builtIn()).write(inquiry.dealingsInFull(question), writer);
      case plover -> Plover.write(inquiry.claims(question), writer);
      case graphml -> GraphMl.write(inquiry.dealingsInFull(question), writer);
      case ftm -> new FollowTheMoney(tables()).write(inquiry, question, writer);
      case html ->
          new RegisterPage(tables())
              .write(inquiry, question, LocalDate.now(ZoneId.systemDefault()), writer);
      case parquet -> throw new IllegalStateException(format + " is no text");
    }
  }

  private Tables tables() {
    return common.lexicon().map(Tables::with).orElseGet(Tables::builtIn);
  }
}
