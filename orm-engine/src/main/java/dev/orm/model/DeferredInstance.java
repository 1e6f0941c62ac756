package dev.orm.model;

/**
 * Marks the generated subclasses whose accessors fetch deferred fields. Never written by
 * hand.
 */
public interface DeferredInstance {

}
