package dev.orm.cluster;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** What is asked of a pool, if it is one of HikariCP, also behind what watches it. */
final class PrimaryPool {

	private static final boolean PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PrimaryPool.class.getClassLoader());

	private PrimaryPool() {
	}

	/** Let it close its connections once they come back. */
	static void evict(DataSource pool) {
		if (PRESENT) {
			Hikari.evict(pool);
		}
	}

	/** Whether statements on its connections commit by themselves. */
	static boolean isAutoCommit(DataSource pool) {
		return !PRESENT || Hikari.isAutoCommit(pool);
	}

	/** Whether all connections it may have are there: a server that is gone has none. */
	static boolean isFull(DataSource pool) {
		return PRESENT && Hikari.isFull(pool);
	}

	/** Loaded only where the library is. */
	private static final class Hikari {

		static void evict(DataSource source) {
			HikariDataSource pool = find(source);
			HikariPoolMXBean connections = (pool != null) ? pool.getHikariPoolMXBean() : null;
			if (connections != null) {
				connections.softEvictConnections();
			}
		}

		static boolean isAutoCommit(DataSource source) {
			HikariDataSource pool = find(source);
			return pool == null || pool.isAutoCommit();
		}

		static boolean isFull(DataSource source) {
			HikariDataSource pool = find(source);
			HikariPoolMXBean connections = (pool != null) ? pool.getHikariPoolMXBean() : null;
			return pool != null && connections != null
					&& connections.getTotalConnections() >= pool.getMaximumPoolSize();
		}

		private static @Nullable HikariDataSource find(DataSource pool) {
			try {
				return pool.isWrapperFor(HikariDataSource.class) ? pool.unwrap(HikariDataSource.class) : null;
			}
			catch (SQLException ex) {
				// another pool: its connections are validated as it was told
				return null;
			}
		}

	}

}
