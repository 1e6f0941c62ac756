package dev.orm.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills the server and starts it again while money is moved and things are ordered. */
final class KilledServerAttack implements Attack {

	private static final int THREADS = 6;

	private static final long QUIET = 700;

	@Override
	public String name() {
		return "servers killed and restarted under transfers and orders";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (RestartableServer server = new RestartableServer(); HikariDataSource pool = pool(server.url())) {
			create(pool);
			Bank bank = new Bank(pool);
			bank.open();
			Tellers tellers = new Tellers(bank, ledger);
			tellers.work(THREADS, until, () -> {
				Thread.sleep(QUIET);
				server.killAndRestart();
				ledger.fault();
			});
			pool.getHikariPoolMXBean().softEvictConnections();
			tellers.audit(JdbcClient.create(pool));
		}
	}

	private static HikariDataSource pool(String url) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setMaximumPoolSize(THREADS + 2);
		config.setConnectionTimeout(2000);
		return new HikariDataSource(config);
	}

	private static void create(HikariDataSource pool) {
		try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
			for (String sql : Bank.SCHEMA) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot make the tables", ex);
		}
	}

}
