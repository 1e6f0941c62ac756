package dev.orm.relate;

import dev.orm.delete.Deleter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModels;
import dev.orm.save.HeardSaver;
import dev.orm.signal.Lifecycle;
import dev.orm.succession.RowOrder;
import dev.orm.write.QueryUpdater;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;

/**
 * The parts that the writers of related rows work with, each made once. Immutable.
 *
 * @param models what is known of models
 * @param values reads instances
 * @param state changes what instances know of their rows
 * @param sender runs statements
 * @param rows finds rows
 * @param saver saves instances
 * @param updater updates rows
 * @param deleter deletes rows
 * @param joinRows adds rows to join tables
 * @param order puts rows in another order
 * @param lifecycle tells who hears of writes
 */
public record Workshop(WriteModels models, InstanceValues values, SavedState state, StatementSender sender,
		RowLookup rows, HeardSaver saver, QueryUpdater updater, Deleter deleter, JoinRows joinRows, RowOrder order,
		Lifecycle lifecycle) {

}
