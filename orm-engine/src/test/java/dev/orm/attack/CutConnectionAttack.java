package dev.orm.attack;

import dev.orm.test.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cuts connections at random while money is moved and things are ordered. */
final class CutConnectionAttack implements Attack {

	private static final int THREADS = 6;

	private static final String CUT = """
			SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1) victim""";

	@Override
	public String name() {
		return "connections cut under transfers and orders";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = TestDatabase.create(Bank.SCHEMA)) {
			Bank bank = new Bank(database.dataSource());
			bank.open();
			Tellers tellers = new Tellers(bank, ledger);
			tellers.work(THREADS, until, () -> {
				Thread.sleep(15);
				database.execute(CUT);
				ledger.fault();
			});
			if (database.connectionsInUse() != 0) {
				ledger.problem(database.connectionsInUse() + " connections were never given back");
			}
			database.dataSource().getHikariPoolMXBean().softEvictConnections();
			tellers.audit(JdbcClient.create(database.dataSource()));
		}
	}

}
