package dev.orm.save;

import java.util.List;
import java.util.Optional;

import dev.orm.expression.Assignment;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.model.Saving;
import dev.orm.persist.InstanceCheck;
import dev.orm.persist.SaveOptions;
import dev.orm.persist.Saved;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Route;
import dev.orm.signal.Lifecycle;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;

/**
 * Saves one instance, and lets its hooks and whoever listens know before and after: the
 * way of all writes of a single instance. Thread-safe.
 */
public final class HeardSaver {

	private final WriteModels models;

	private final Saver saver;

	private final StatementSender sender;

	private final RowLookup rows;

	private final Lifecycle lifecycle;

	private final InstanceCheck check;

	public HeardSaver(WriteModels models, Saver saver, StatementSender sender, RowLookup rows, Lifecycle lifecycle,
			InstanceCheck check) {
		this.check = check;
		this.models = models;
		this.saver = saver;
		this.sender = sender;
		this.rows = rows;
		this.lifecycle = lifecycle;
	}

	/** Save an instance, and say what became of its row. */
	public Saved save(Model instance, SaveOptions options) {
		EntityModel model = this.models.model(instance);
		if (!this.lifecycle.isAroundSave(model) || options.isNoOperation()) {
			return validated(model, instance, options);
		}
		SaveOptions applied = this.saver.applyValues(instance, options);
		return this.lifecycle.isSavedInTransaction(model)
				? this.sender.heard(options.route(), () -> save(model, instance, applied))
				: save(model, instance, applied);
	}

	private Saved save(EntityModel model, Model instance, SaveOptions options) {
		Saving saving = new Saving(isNew(instance, options), options.updateFields(), options.route().alias());
		this.lifecycle.beforeSave(model, instance, saving, () -> stored(model, instance, options.route()));
		Saved saved = validated(model, instance, options);
		this.lifecycle.afterSave(model, instance, saving.done(saved == Saved.INSERTED));
		return saved;
	}

	private Saved validated(EntityModel model, Model instance, SaveOptions options) {
		SaveOptions applied = options;
		if (validates(model, options) && !options.isNoOperation()) {
			applied = this.saver.applyValues(instance, options);
			this.check.require(model, List.of(instance), options.updateFields(),
					applied.expressions().stream().map(Assignment::attribute).toList(), options.route());
		}
		return this.saver.save(instance, applied);
	}

	private boolean validates(EntityModel model, SaveOptions options) {
		Boolean told = options.validates();
		return (told != null) ? told : this.check.isAskedBySaves(model);
	}

	private static boolean isNew(Model instance, SaveOptions options) {
		LoadContext context = InstanceState.context(instance);
		boolean elsewhere = context == null || !context.database().equals(options.route().alias());
		return options.forceInsert() || (elsewhere && !options.isUpdateOnly());
	}

	private Optional<Model> stored(EntityModel model, Model instance, Route route) {
		Object key = instance.pk();
		if (key == null) {
			return Optional.empty();
		}
		return this.rows.instances(QuerySpec.every(model).then(Restriction.Filter.key(key)), route)
			.stream()
			.findFirst();
	}

}
