/**
 * The words of the control API: what is sent to it and what it answers, as plain immutable records. The server, the Java
 * client, the description of the API and its page are made from these records, so that a name and what it means stand in
 * one place. Knows no other room.
 */
@NullMarked
package io.alignemulator.protocol;

import org.jspecify.annotations.NullMarked;
