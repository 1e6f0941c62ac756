package dev.orm.model;

import dev.orm.annotation.Automatic;
import dev.orm.automatic.AutomaticValue;

/**
 * A field that the engine sets, as the source code says. Immutable.
 *
 * @param field the field's index
 * @param by what knows its value
 * @param on which writes set it
 * @param of the attribute it depends on; empty for none
 */
public record AutomaticField(int field, Class<? extends AutomaticValue<?>> by, Automatic.On on, String of) {

}
