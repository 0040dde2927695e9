package io.alignemulator.conformance.judge;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something that can be said of what a client did. In the files of the suite a check is its name with its members: {@code {stored: {collection: Epics, where: {title: "A"}}}}; a member
 * {@code task} counts from 1, which is the default.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Check
        permits BlockCheck, BodyCheck, CallCheck, PagingCheck, RepetitionCheck, ResultCheck, WorldCheck {

    Outcome judge(ClientEvidence evidence);
}
