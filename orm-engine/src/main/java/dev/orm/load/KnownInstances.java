package dev.orm.load;

import java.util.List;
import java.util.function.Function;

import dev.orm.load.follow.Keys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.Hooks;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of instances that are there: what they hold, where they come from,
 * and to be read again. Thread-safe, as far as they are.
 */
public final class KnownInstances {

	private final Reader reader;

	KnownInstances(Reader reader) {
		this.reader = reader;
	}

	/**
	 * Return the value of a field, fetching it if it is deferred.
	 * @param instance the instance
	 * @param field the field
	 * @return the value; of a relation, its key
	 */
	public @Nullable Object value(Model instance, FieldModel field) {
		return Keys.value(instance, field);
	}

	/**
	 * Make an instance of which only the key is known. Nothing is read until another
	 * field is touched.
	 * @param model the model
	 * @param key the key; a list of its parts if it has several
	 * @param options how to read what is touched
	 * @return the instance
	 */
	public Model reference(EntityModel model, Object key, ReadOptions options) {
		return References.of(model, key, this.reader.context(options));
	}

	/**
	 * Make an instance of values that were read, as if its row had been.
	 * @param model the model
	 * @param values tells the value of a field; of a relation its key
	 * @param options how rows reached from the instance are read
	 * @return the instance
	 */
	public Model made(EntityModel model, Function<FieldModel, @Nullable Object> values, ReadOptions options) {
		Model instance = model.binding().newInstance();
		model.fields().forEach((field) -> DeferredFetcher.set(instance, field, values.apply(field)));
		this.reader.context(options).attachPeer(instance);
		Hooks.of(model.binding()).afterLoad(instance);
		return instance;
	}

	/**
	 * Attach instances that were saved, as if they had been loaded.
	 * @param instances the instances, of one model
	 * @param route where they were saved to
	 */
	public void attach(Iterable<? extends Model> instances, Route route) {
		// they fetch for themselves: a context that remembers no peers serves all
		ResultContext context = this.reader.context(ReadOptions.DEFAULT.using(route));
		Class<?> type = Model.class;
		EntityBinding<Model> binding = null;
		for (Model instance : instances) {
			if (binding == null || instance.getClass() != type) {
				type = instance.getClass();
				binding = this.reader.models().model(type).binding();
			}
			context.adopt(instance, binding);
		}
	}

	/**
	 * Choose what touching something that is not loaded does, for one instance and what
	 * is fetched through it. It is its only peer from then on.
	 * @param instance a saved instance
	 * @param mode the mode
	 */
	public void fetchMode(Model instance, FetchMode mode) {
		LoadContext context = InstanceState.context(instance);
		if (context != null) {
			ReadOptions read = ReadOptions.DEFAULT.using(Route.to(context.database())).fetchMode(mode);
			InstanceState.attach(instance, this.reader.context(read.asOf(asOf(instance))));
		}
	}

	/**
	 * Let what is fetched through an instance be as it was.
	 * @param instance an instance that is loaded
	 * @param time when; null for now
	 */
	public void date(Model instance, Restriction.@Nullable AsOf time) {
		InstanceState.attach(instance, this.reader.context(options(instance).asOf(time)));
	}

	/**
	 * Return the time an instance is of.
	 * @param instance the instance
	 * @return when; null for now
	 */
	public Restriction.@Nullable AsOf asOf(Model instance) {
		return (InstanceState.context(instance) instanceof ResultContext result) ? result.asOf() : null;
	}

	/**
	 * Return how rows reached from an instance are read: from its database and with its
	 * fetch mode.
	 * @param owner the instance
	 * @return the options
	 */
	public ReadOptions options(Model owner) {
		return options(owner, this.reader.models().model(owner.getClass()));
	}

	/**
	 * Return how rows of a model reached from an instance are read.
	 * @param owner the instance
	 * @param model the model of the rows
	 * @return the options
	 */
	public ReadOptions options(Model owner, EntityModel model) {
		LoadContext context = InstanceState.context(owner);
		return (context instanceof ResultContext result) ? result.options(model, owner)
				: ReadOptions.DEFAULT.using(this.reader.routes().read(model, null, Hints.of(owner)));
	}

	/**
	 * Read an instance again: its fields, or some of them, get the values of the
	 * database, and what was fetched through them is forgotten. Django's
	 * {@code refresh_from_db()}.
	 * @param instance the instance
	 * @param attributes the attributes to read again, or accessors to forget; empty for
	 * all that are not deferred
	 * @throws dev.orm.error.DoesNotExistException if its row is gone
	 */
	public void refresh(Model instance, List<String> attributes) {
		refresh(instance, attributes, null);
	}

	/**
	 * Read an instance again, from a database.
	 * @param instance the instance
	 * @param attributes the attributes to read again; empty for all that are not deferred
	 * @param route where; null for where it came from, from the server that is written to
	 * @throws dev.orm.error.DoesNotExistException if its row is gone
	 */
	public void refresh(Model instance, List<String> attributes, @Nullable Route route) {
		EntityModel model = this.reader.models().model(instance.getClass());
		ReadOptions options = options(instance);
		Route from = (route != null) ? route : options.decided().on(Target.PRIMARY);
		new Refresher(this.reader, model).refresh(instance, QuerySpec.every(model), attributes, options.using(from));
	}

	/**
	 * Return whether instances may be of different databases.
	 * @return false if there is only one
	 */
	public boolean isOfSeveralDatabases() {
		return !this.reader.runner().databases().isOne();
	}

	/**
	 * Refuse an instance whose relations hold instances of another database.
	 * @param instance the instance
	 * @param route where it is to be saved
	 * @throws dev.orm.error.RelationOperationException if one does
	 */
	public void requireRelations(Model instance, Route route) {
		if (isOfSeveralDatabases()) {
			Keys.requireHeld(this.reader.routes(), this.reader.models().model(instance.getClass()), instance, route);
		}
	}

}
