package dev.orm.test;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

import dev.orm.compile.CachingQueryCompiler;
import dev.orm.dialect.Dialect;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementRunner;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.load.FetchMode;
import dev.orm.load.Reader;
import dev.orm.lookup.LookupRegistry;
import dev.orm.meta.ModelRegistry;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Routes;
import dev.orm.transaction.Atomic;
import dev.orm.writers.Persistence;
import dev.orm.writers.Surroundings;

/**
 * The rooms below the front door, put together for one database. There are no related
 * managers: the front door makes them.
 *
 * @param atomic runs several statements as one
 * @param reader reads
 * @param persistence writes
 */
public record Engine(Atomic atomic, Reader reader, Persistence persistence) {

	/**
	 * Put the rooms together.
	 * @param dataSource the database
	 * @param models the models
	 * @param dialect what the database can do
	 * @param clock tells the times that are set
	 * @return the rooms
	 */
	public static Engine of(DataSource dataSource, ModelRegistry models, Dialect dialect, Clock clock) {
		Databases databases = Databases.of(Database.of(Database.DEFAULT, dataSource));
		StatementRunner runner = new StatementRunner(databases, QueryListeners.NONE);
		CachingQueryCompiler compiler = new CachingQueryCompiler(LookupRegistry.standard(), FunctionRegistry.standard(),
				AggregateRegistry.standard(), dialect);
		Atomic atomic = new Atomic(databases);
		Reader reader = new Reader(compiler, runner, models, FetchMode.ONE, (owner, relation) -> null,
				new Routes(List.of()));
		return new Engine(atomic, reader,
				Persistence.open(models, compiler, runner, atomic, reader, Surroundings.of(clock)));
	}

}
