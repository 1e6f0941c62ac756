package dev.orm.declare;

/**
 * An object of the database that is declared by its statements only. Immutable.
 *
 * @param name the name, by which it is known to migrations
 * @param create the statement that makes it
 * @param drop the statement that drops it; empty if nothing does
 */
public record DeclaredRaw(String name, String create, String drop) {

}
