package io.alignemulator.console.records;

import io.alignemulator.console.records.FieldLine.Option;
import io.alignemulator.console.view.Frame;
import java.util.List;

/**
 * What the page that makes a record prints.
 *
 * @param api where it is sent, below the API's base
 * @param list page of the collection, to which the script adds the new id
 */
public record NewView(Frame frame, String collection, String api, String list, List<Input> inputs, String more) {

    /**
     * A field to fill in.
     *
     * @param kind JSON kind, which tells the script what to send
     * @param value what it begins with
     * @param options what it may hold; empty for anything
     */
    public record Input(
            String name, String kind, String value, boolean required, boolean isLong, List<Option> options) {}
}
