package org.attache.equipment;

import java.util.Locale;

/** What sort of equipment: SIPRI's categories of armaments with four more at their end. */
public enum Category {
  /** Manned, all roles. */
  AIRCRAFT,
  /** Unmanned aircraft, loitering munitions too. */
  UAV,
  /** Systems against aircraft and missiles. */
  AIR_DEFENCE,
  /** Tanks and everything armoured on wheels or tracks. */
  ARMOURED_VEHICLES,
  /** Guns, mortars, rocket launchers. */
  ARTILLERY,
  /** Engines of any vehicle. */
  ENGINES,
  /** Guided missiles, guided bombs, torpedoes. */
  MISSILES,
  /** Radars, sonars, optics. */
  SENSORS,
  /** Satellites. */
  SATELLITES,
  /** Ships, submarines too. */
  SHIPS,
  /** Guns, mines and launchers of ships. */
  NAVAL_WEAPONS,
  /** Shells, unguided bombs and rockets. */
  AMMUNITION,
  /** What one soldier carries. */
  SMALL_ARMS,
  /** Communications and electronic warfare. */
  ELECTRONICS,
  /** Everything else, civil things too. */
  OTHER;

  /** The name that the contract has for it: "air-defence". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
