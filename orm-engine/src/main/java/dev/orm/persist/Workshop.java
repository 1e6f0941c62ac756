package dev.orm.persist;

import dev.orm.compile.QueryCompiler;
import dev.orm.load.Reader;

/**
 * What the writers of this room share. Immutable.
 *
 * @param models what is known of models
 * @param values reads instances
 * @param attributes sets attributes
 * @param texts the texts of statements
 * @param writes runs statements
 * @param compiler turns queries into SQL
 * @param reader loads instances
 */
record Workshop(WriteModels models, InstanceValues values, Attributes attributes, Texts texts, Writes writes,
		QueryCompiler compiler, Reader reader) {

}
