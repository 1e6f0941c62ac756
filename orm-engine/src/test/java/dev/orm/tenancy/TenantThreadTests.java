package dev.orm.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.session.CrossTenantException;
import dev.orm.session.Tenants;
import dev.orm.tenancy.Office.Client;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.tenancy.ClientPath.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

/** Threads of two tenants that take turns on one connection, where policies hold. */
class TenantThreadTests {

	private static final int THREADS = 6;

	private static final int TURNS = 25;

	@RegisterExtension
	static final TestDatabase database = Office.database();

	private static final HikariDataSource one = Office.pool(database, 1);

	private final Orm orm = Office.orm(one).build();

	private final Tenants tenants = this.orm.tenants();

	private final Manager<Client> clients = this.orm.manager(Client.class);

	@BeforeEach
	void fill() {
		Office.fill(database);
	}

	@AfterAll
	static void close() {
		one.close();
	}

	private static void inThreads(List<Callable<Boolean>> all) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			for (Future<Boolean> done : threads.invokeAll(all)) {
				assertThat(done.get()).isTrue();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void eachSeesAndWritesItsOwnRowsOnly() throws Exception {
		List<Callable<Boolean>> all = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			long tenant = 1L + i % 2;
			String thread = "t" + i;
			all.add(() -> {
				for (int turn = 0; turn < TURNS; turn++) {
					work(tenant, thread + "_" + turn, turn % 3);
				}
				return true;
			});
		}
		inThreads(all);
		for (long tenant = 1; tenant <= 2; tenant++) {
			long own = tenant;
			assertThat(this.tenants.<Long>call(own, () -> this.clients.filter(CLIENT.code.startswith("t")).count()))
				.isEqualTo(THREADS * TURNS / 2);
		}
	}

	/** By itself, in a block, and in a block that changes sides and comes back. */
	private void work(long tenant, String code, int kind) {
		Client client = Client.of(code, code);
		this.tenants.run(tenant, () -> {
			if (kind == 0) {
				this.clients.save(client);
			}
			else {
				this.orm.atomic().run(() -> {
					if (kind == 2) {
						assertThat(this.tenants.call(3 - tenant, () -> this.clients.list()))
							.allMatch((other) -> other.company.id().equals(3 - tenant));
					}
					this.clients.save(client);
				});
			}
			assertThat(this.clients.list()).allMatch((own) -> own.company.id().equals(tenant));
			assertThat(this.orm.sql("SELECT DISTINCT company_id FROM client").flat(Long.class)).containsExactly(tenant);
		});
	}

	@Test
	void aPlanMadeForOneIsBoundForTheOther() throws Exception {
		List<Callable<Boolean>> all = new ArrayList<>();
		for (int i = 0; i < THREADS * TURNS; i++) {
			long tenant = 1L + i % 2;
			boolean everybody = i % 5 == 0;
			all.add(() -> {
				if (everybody) {
					assertThat(this.tenants.<Long>all(() -> this.clients.count())).isEqualTo(3);
				}
				assertThat(this.tenants.<Long>call(tenant, () -> this.clients.count())).isEqualTo(3 - tenant);
				return true;
			});
		}
		inThreads(all);
	}

	@Test
	void aRowOfTheOtherIsRefusedWhoeverIsAtWork() throws Exception {
		Client first = this.tenants.call(1L, () -> this.clients.get(1L));
		List<Callable<Boolean>> all = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			long tenant = 1L + i % 2;
			all.add(() -> this.tenants.call(tenant, () -> isSaved(first) == (tenant == 1)));
		}
		inThreads(all);
	}

	private boolean isSaved(Client client) {
		try {
			this.clients.filter(CLIENT.id.eq(client.id)).update(CLIENT.name.set("x"));
			this.clients.bulkUpdate(List.of(client), "name");
			return true;
		}
		catch (CrossTenantException ex) {
			return false;
		}
	}

}
