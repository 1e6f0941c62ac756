package dev.orm;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import dev.orm.automatic.AutomaticSource;
import dev.orm.automatic.CurrentUser;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.StatementRunner;
import dev.orm.load.Reader;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.history.HistoryTable;
import dev.orm.model.Model;
import dev.orm.persist.InstanceCheck;
import dev.orm.session.SessionSettings;
import dev.orm.session.Tenants;
import dev.orm.signal.Events;
import dev.orm.signal.Signals;
import dev.orm.validate.ConstraintColumns;
import dev.orm.validate.InstanceRules;
import dev.orm.validate.MessageTexts;
import dev.orm.validate.Validation;
import dev.orm.validate.ValidationOptions;
import dev.orm.writers.Surroundings;
import dev.orm.writers.ZonedClock;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the writes of an {@link Orm} go by: who writes and when, what values set
 * themselves by, what instances must be, and who hears of them. Not thread-safe; used
 * once.
 */
abstract sealed class WritingBuilder extends ObservedBuilder permits OrmBuilder {

	private Clock clock = Clock.systemUTC();

	private Signals signals = Signals.NONE;

	private CurrentUser user = CurrentUser.NOBODY;

	private AutomaticSource automatic = AutomaticSource.CONSTRUCTOR;

	private InstanceRules rules = InstanceRules.NONE;

	private MessageTexts texts = MessageTexts.NONE;

	private ConstraintColumns columns = ConstraintColumns.NONE;

	private boolean validateOnSave;

	final Events events() {
		return new Events(this.signals);
	}

	/** Tell the triggers of histories who writes, where there are some. */
	final SessionSettings told(SessionSettings settings, ModelRegistry models) {
		boolean kept = this.user != CurrentUser.NOBODY && HistoryTable.isKept(models);
		return kept ? settings.writing(HistoryTable.USER_SETTING, this::writer) : settings;
	}

	private @Nullable Object writer() {
		Object writer = this.user.get().orElse(null);
		return (writer instanceof Model instance) ? instance.pk() : writer;
	}

	final Validation validation(QueryCompiler queries, StatementRunner runner, Reader reader, Tenants tenants) {
		return new Validation(queries, runner, reader, this.rules, this.texts, tenants, this.columns);
	}

	final Surroundings surroundings(ZoneId zone, Events events, Tenants tenants, Validation validation) {
		return new Surroundings(new ZonedClock(this.clock, zone.normalized()), events, this.user, this.automatic,
				tenants, check(validation));
	}

	private InstanceCheck check(Validation validation) {
		InstanceCheck asked = (model, instances, attributes, computed, route) -> validation.require(model, instances,
				new ValidationOptions((attributes != null) ? Set.copyOf(attributes) : null, Set.copyOf(computed), true,
						true, List.of()),
				route);
		boolean always = this.validateOnSave;
		return asked.askedBySavesOf((model) -> always || model.declarations().validatesOnSave());
	}

	/**
	 * Choose the clock {@code @AutoNow} fields are set by.
	 * @param now the clock
	 * @return this builder
	 */
	public final OrmBuilder clock(Clock now) {
		this.clock = now;
		return self();
	}

	/**
	 * Choose where events of instances go. The last one counts.
	 * @param listeners who listens, such as {@link dev.orm.signal.Listeners}
	 * @return this builder
	 */
	public final OrmBuilder signals(Signals listeners) {
		this.signals = listeners;
		return self();
	}

	/**
	 * Say who writes, for {@code @CreatedBy} and {@code @UpdatedBy}.
	 * @param currentUser asked at each write
	 * @return this builder
	 */
	public final OrmBuilder currentUser(CurrentUser currentUser) {
		this.user = currentUser;
		return self();
	}

	/**
	 * Choose where classes named by {@code @Automatic}, and by {@code @OnDelete} for keys
	 * to set, come from.
	 * @param source finds an object of a class; a constructor does by default
	 * @return this builder
	 */
	public final OrmBuilder automaticValues(AutomaticSource source) {
		this.automatic = source;
		return self();
	}

	/**
	 * Add rules on fields, beyond what columns ask. The last count.
	 * @param further the rules
	 * @return this builder
	 */
	public final OrmBuilder instanceRules(InstanceRules further) {
		this.rules = further;
		return self();
	}

	/**
	 * Choose where texts of errors come from.
	 * @param messages finds texts by keys such as {@code product.sku.unique}
	 * @return this builder
	 */
	public final OrmBuilder messages(MessageTexts messages) {
		this.texts = messages;
		return self();
	}

	/**
	 * Choose who knows the columns of constraints that models do not name.
	 * @param known asked where a row broke one of an adopted database
	 * @return this builder
	 */
	public final OrmBuilder constraintColumns(ConstraintColumns known) {
		this.columns = known;
		return self();
	}

	/**
	 * Let each save of an instance validate it unless told not to.
	 * @param always whether they do; by default only those told to, as in Django
	 * @return this builder
	 */
	public final OrmBuilder validateOnSave(boolean always) {
		this.validateOnSave = always;
		return self();
	}

}
