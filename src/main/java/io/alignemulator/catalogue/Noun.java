package io.alignemulator.catalogue;

/** How error sentences call a record ({@code Cannot get epic with id 5.}) and several of them ({@code Cannot find epics. ...}). */
public record Noun(String one, String many) {}
