package dev.orm.boot.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.ExpectedReads;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Puts each test into transactions of the databases it lists, which are rolled back, and
 * refuses the others; or, where tests commit, makes the databases anew after the class.
 */
final class RollbackListener implements TestExecutionListener, Ordered {

	private static final String ENDINGS = RollbackListener.class.getName() + ".endings";

	/** Before Spring's own transactions begin, and after they end. */
	private static final int ORDER = 3900;

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void beforeTestMethod(TestContext test) {
		OrmTestSettings settings = OrmTestSettings.find(test.getTestClass());
		if (settings == null) {
			return;
		}
		ApplicationContext context = test.getApplicationContext();
		Databases databases = context.getBean(Databases.class);
		if (settings.replicas() == ReplicaUse.REAL) {
			context.getBean(Standbys.class).heal(context.getBean(WatchedReplicas.class));
		}
		settings.databases().forEach(databases::get);
		if (!settings.fixtures().isEmpty()) {
			String[] files = settings.fixtures().toArray(String[]::new);
			Fixtures fixtures = context.getBean(Fixtures.class);
			context.getBean(TestDatabases.class).load(() -> fixtures.load(files), (url) -> fixtures.loadAt(url, files));
		}
		CurrentOrm.set(context.getBean(Orm.class));
		Deque<Runnable> endings = new ArrayDeque<>();
		test.setAttribute(ENDINGS, endings);
		for (Database database : databases.all()) {
			if (database.dataSource() instanceof ExpectedReads reads) {
				reads.begin();
			}
			if (!settings.databases().contains(database.alias())) {
				RefusedConnection.bind(database, settings.databases());
				endings.push(() -> RefusedConnection.unbind(database));
			}
			else if (settings.rollsBack()) {
				endings.push(TestTransaction.begin(database)::rollback);
			}
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public void afterTestMethod(TestContext test) {
		CurrentOrm.remove();
		Deque<Runnable> endings = (Deque<Runnable>) test.removeAttribute(ENDINGS);
		List<RuntimeException> failures = new ArrayList<>();
		while (endings != null && !endings.isEmpty()) {
			try {
				endings.pop().run();
			}
			catch (RuntimeException ex) {
				failures.add(ex);
			}
		}
		if (!failures.isEmpty()) {
			throw failures.get(0);
		}
	}

	@Override
	public void afterTestClass(TestContext test) {
		OrmTestSettings settings = OrmTestSettings.find(test.getTestClass());
		if (settings == null || !test.hasApplicationContext()) {
			return;
		}
		if (settings.replicas() == ReplicaUse.REAL) {
			test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		}
		else if (settings.reset() == Reset.CLONE) {
			ApplicationContext context = test.getApplicationContext();
			String[] files = settings.fixtures().toArray(String[]::new);
			context.getBean(TestDatabases.class).reset((url) -> context.getBean(Fixtures.class).loadAt(url, files));
			// all connections of the pools are dead now, or to the databases made anew
			context.getBean(Databases.class).all().forEach(RollbackListener::evict);
		}
	}

	private static void evict(Database database) {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(database.dataSource(), HikariDataSource.class);
		if (pool != null && pool.getHikariPoolMXBean() != null) {
			pool.getHikariPoolMXBean().softEvictConnections();
		}
	}

}
