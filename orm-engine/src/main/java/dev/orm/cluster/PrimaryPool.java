package dev.orm.cluster;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

import org.springframework.util.ClassUtils;

/** Lets a pool of HikariCP close its connections once they come back. */
final class PoolEviction {

	private static final boolean PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PoolEviction.class.getClassLoader());

	static boolean isPresent() {
		return PRESENT;
	}

	private PoolEviction() {
	}

	static void evict(DataSource pool) {
		if (PRESENT) {
			Hikari.evict(pool);
		}
	}

	/** Loaded only where the library is. */
	private static final class Hikari {

		static void evict(DataSource pool) {
			try {
				HikariPoolMXBean connections = pool.isWrapperFor(HikariDataSource.class)
						? pool.unwrap(HikariDataSource.class).getHikariPoolMXBean() : null;
				if (connections != null) {
					connections.softEvictConnections();
				}
			}
			catch (SQLException ex) {
				// another pool: its connections are validated as it was told
			}
		}

	}

}
