package dev.orm.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.load.DeferredFields;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.routing.Route;

/**
 * Makes many instances ready to be written by one statement: fetches what they have not
 * loaded, and refuses what cannot be stored. Thread-safe.
 */
public final class Readiness {

	private final InstanceValues values;

	private final DeferredFields deferred;

	public Readiness(InstanceValues values, DeferredFields deferred) {
		this.values = values;
		this.deferred = deferred;
	}

	/**
	 * Refuse relations that cannot be stored and values that are not known; fetch what is
	 * not loaded.
	 */
	public void require(WriteModel model, List<? extends Model> rows, Written written) {
		Supplier<Collection<FieldModel>> needed = written::needed;
		List<FieldModel> relations = new ArrayList<>(model.relations());
		relations.retainAll(written.columns());
		List<OwnTable> unknowable = new ArrayList<>(model.tables());
		unknowable.removeIf((own) -> own.unknowable().isEmpty());
		boolean refusable = !relations.isEmpty() || !unknowable.isEmpty() || !model.generics().isEmpty()
				|| this.values.isOfSeveralDatabases();
		for (Model row : rows) {
			if (refusable) {
				this.values.requireTargets(row, relations, written.route(), written.operation());
				model.requireGenericTargets(row, written.operation());
			}
			this.deferred.fetch(row, needed);
			for (int i = 0; i < unknowable.size(); i++) {
				this.values.requireKnown(row, unknowable.get(i), written.columns(), written.operation());
			}
		}
	}

	/**
	 * What is written of instances.
	 *
	 * @param columns the columns that get values
	 * @param needed what has to be loaded for that
	 * @param route where
	 * @param operation the operation, for messages
	 */
	public record Written(Collection<FieldModel> columns, Collection<FieldModel> needed, Route route,
			String operation) {

	}

}
