package org.attache.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program's jar. */
public final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Objects.requireNonNullElse(
            ProgramVersion.class.getPackage().getImplementationVersion(), "(not packaged)");
    return new String[] {"attache " + version};
  }
}
