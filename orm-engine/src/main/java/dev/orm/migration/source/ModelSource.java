package dev.orm.migration.source;

/**
 * A class of a model, as text. Immutable.
 *
 * @param className its name
 * @param text the Java source
 */
public record ModelSource(String className, String text) {

}
