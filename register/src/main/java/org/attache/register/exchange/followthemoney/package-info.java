/**
 * The register as entities of FollowTheMoney, the data model of Aleph and OpenSanctions
 * (followthemoney.tech).
 */
@NullMarked
package org.attache.register.exchange.followthemoney;

import org.jspecify.annotations.NullMarked;
