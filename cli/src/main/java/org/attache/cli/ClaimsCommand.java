package org.attache.cli;

import java.util.concurrent.Callable;
import org.attache.claim.Claim;
import org.attache.contract.ClaimJson;
import org.attache.contract.ClaimWords;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The register's claims, a line each. */
@Command(
    name = "claims",
    header = "Lists the claims in the register.",
    description =
        "Lists single claims by publication, each with who makes it and where. JSON is the claim as"
            + " attache read prints it, with its key, report, outlet and day.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache claims --source \"defence ministry\" --recipient Poland",
      "  attache claims --stage delivered --since 2025-01-01 --format json"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ClaimsCommand implements Callable<Integer> {
  @Mixin private Filters filters = new Filters();
  @Mixin private QueryOptions query = new QueryOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.here(System.getenv());
    Listing.Format format = query.format(terminal);
    Listing listing = new Listing("key", "day", "outlet", "source", "claim");
    try (Register register = query.register().openKept(common)) {
      for (HeldClaim held : register.inquiry().claims(filters.question(common))) {
        if (format == Listing.Format.json) {
          common.out().print(json(held) + "\n");
        } else {
          listing.add(
              held.key(),
              held.origin().day().toString(),
              held.origin().outlet(),
              ClaimWords.asserter(held.claim()),
              line(held.claim()));
        }
      }
    }
    if (format != Listing.Format.json) {
      listing.print(common.out(), format, terminal.columns());
    }
    common.out().flush();
    return 0;
  }

  /** "Sweden → Chile: 24 Gripen – offered". */
  static String line(Claim claim) {
    return ClaimWords.sides(claim)
        + ": "
        + ClaimWords.subject(claim)
        + " – "
        + ClaimWords.standing(claim)
        + String.join(
            "", ClaimWords.circumstances(claim).stream().map(words -> ", " + words).toList());
  }

  private static String json(HeldClaim held) {
    tools.jackson.databind.json.JsonMapper mapper =
        tools.jackson.databind.json.JsonMapper.builder().build();
    tools.jackson.databind.node.ObjectNode node = mapper.createObjectNode();
    node.put("key", held.key());
    node.put("report", held.origin().report());
    node.put("outlet", held.origin().outlet());
    node.put("day", held.origin().day().toString());
    node.set("claim", mapper.readTree(ClaimJson.line(held.claim(), false)));
    return mapper.writeValueAsString(node);
  }
}
