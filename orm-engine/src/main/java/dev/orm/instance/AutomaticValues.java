package dev.orm.instance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.automatic.AutomaticSource;
import dev.orm.automatic.AutomaticValue;
import dev.orm.automatic.CurrentUser;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what the engine sets by itself: defaults, times, keys and the first version.
 * Thread-safe.
 */
public final class AutomaticValues {

	private final Clock clock;

	private final InstanceSetter setter;

	private final AutomaticSource source;

	private final CurrentUser user;

	private final TenantFields tenants;

	private final Map<Class<?>, AutomaticValue<?>> known = new ConcurrentHashMap<>();

	public AutomaticValues(Clock clock, InstanceSetter setter, AutomaticSource source, CurrentUser user,
			TenantFields tenants) {
		this.tenants = tenants;
		this.clock = clock;
		this.setter = setter;
		this.source = source;
		this.user = user;
	}

	/** Return what says whose instances are. */
	public TenantFields tenants() {
		return this.tenants;
	}

	/** Give attributes that are null their defaults. */
	public void applyDefaults(Model instance, WriteModel model) {
		for (FieldModel field : model.defaults()) {
			Object value = field.value(instance);
			if (value == null || (value instanceof ToOne<?> handle && handle.isFetched() && handle.fetched() == null)) {
				this.setter.set(instance, field, field.defaultValue());
			}
		}
	}

	/**
	 * Set the columns that are the engine's to set.
	 * @param instance the instance
	 * @param model its model
	 * @param written the columns about to be written
	 * @param inserting whether the row is new
	 */
	public void apply(Model instance, WriteModel model, Collection<FieldModel> written, boolean inserting) {
		if (!model.automatic().isEmpty()) {
			apply(instance, model, written, moment(inserting));
		}
	}

	/** Return the time of a write of many rows. */
	public Moment moment(boolean inserting) {
		return new Moment(this.clock.instant().truncatedTo(ChronoUnit.MICROS), inserting);
	}

	/** Set the columns that are the engine's to set, at the time of the write. */
	public void apply(Model instance, WriteModel model, Collection<FieldModel> written, Moment moment) {
		for (AutomaticColumn column : model.automatic()) {
			FieldModel field = column.field();
			if (column.isSet(moment.inserting()) && written.contains(field)) {
				this.setter.set(instance, field, value(column, new Write(field, moment, instance, this.user)));
				loaded(instance, field);
			}
		}
	}

	private static void loaded(Model instance, FieldModel field) {
		InstanceState state = InstanceState.ifPresent(instance);
		if (state != null) {
			state.deferred().clear(field.index());
		}
	}

	/** Return the values that an update of a queryset sets. */
	public Map<FieldModel, @Nullable Object> updates(WriteModel model) {
		Map<FieldModel, @Nullable Object> values = new LinkedHashMap<>();
		for (AutomaticColumn column : model.automatic()) {
			if (column.always()) {
				Write write = new Write(column.field(), moment(false), null, this.user);
				Object value = value(column, write);
				// what nobody knows is left as it is
				if (value != null) {
					values.put(column.field(), value);
				}
			}
		}
		return values;
	}

	private @Nullable Object value(AutomaticColumn column, Write write) {
		return this.known.computeIfAbsent(column.by(), this::made).next(write);
	}

	private AutomaticValue<?> made(Class<?> type) {
		return (AutomaticValue<?>) this.source.get(type);
	}

	/**
	 * Fill in what an insert needs: defaults, a key the engine makes, the first version,
	 * and what the engine sets among the columns about to be written.
	 */
	public void prepareInsert(Model instance, WriteModel model, Collection<FieldModel> written, Moment moment) {
		applyDefaults(instance, model);
		this.tenants.fill(instance, model);
		apply(instance, model, written, moment);
		makeKey(instance, model);
		FieldModel version = model.version();
		if (version != null && version.value(instance) == null) {
			this.setter.set(instance, version, 0);
		}
	}

	/** Make a time-ordered UUID where the model wants one. */
	void makeKey(Model instance, WriteModel model) {
		for (FieldModel field : model.root().made()) {
			if (field.value(instance) == null) {
				this.setter.set(instance, field, TimeOrderedUuid.next(this.clock.millis()));
			}
		}
	}

	/** Return the value a version has after the next update. */
	public static Object nextVersion(FieldModel version, @Nullable Object current) {
		long next = (current instanceof Number number) ? number.longValue() + 1 : 0;
		return version.type().codec().convert(next);
	}

	/**
	 * When a write happens.
	 *
	 * @param now the time
	 * @param inserting whether rows are inserted
	 */
	public record Moment(Instant now, boolean inserting) {

	}

	/**
	 * A write of one field, as what knows its value sees it.
	 *
	 * @param field the field
	 * @param moment when
	 * @param row the instance, or null
	 * @param who says who writes
	 */
	private record Write(FieldModel field, Moment moment, @Nullable Model row,
			CurrentUser who) implements AutomaticValue.Context {

		@Override
		public String attribute() {
			return this.field.name();
		}

		@Override
		public boolean inserting() {
			return this.moment.inserting();
		}

		@Override
		public Optional<Object> instance() {
			return Optional.ofNullable(this.row);
		}

		@Override
		public @Nullable Object current() {
			return (this.row != null) ? this.field.value(this.row) : null;
		}

		@Override
		public Instant now() {
			return this.moment.now();
		}

		@Override
		public Optional<Object> user() {
			return this.who.get().map((user) -> user);
		}

	}

}
