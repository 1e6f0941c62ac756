package dev.orm.boot.replicas;

import dev.orm.boot.databases.DatabaseConfigurationException;
import dev.orm.execute.Database;

import org.springframework.beans.factory.InitializingBean;

/** Refuses to keep tokens in sessions that nobody has. */
final class MissingSessions implements InitializingBean {

	@Override
	public void afterPropertiesSet() {
		throw new DatabaseConfigurationException(Database.DEFAULT,
				"orm.consistency.token is session, and this is no servlet application: it has no sessions.",
				"Remove the property, or hand ConsistencyTokens.current() over yourself.");
	}

}
