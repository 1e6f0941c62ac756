package dev.orm.writers;

import java.time.Clock;

import dev.orm.automatic.AutomaticSource;
import dev.orm.automatic.CurrentUser;
import dev.orm.persist.InstanceCheck;
import dev.orm.session.TenantResolver;
import dev.orm.session.Tenants;
import dev.orm.signal.Events;
import dev.orm.signal.Signals;

/**
 * What writes need to know of the world around. Immutable.
 *
 * @param clock tells the times the engine sets
 * @param events tells who hears of writes
 * @param user says who writes
 * @param automatic finds what knows values of fields
 * @param tenants for whom threads work
 * @param check refuses what is not valid, where a write is told to ask
 */
public record Surroundings(Clock clock, Events events, CurrentUser user, AutomaticSource automatic, Tenants tenants,
		InstanceCheck check) {

	/**
	 * Return surroundings where nobody listens and nobody is known.
	 * @param clock tells the times
	 * @return surroundings
	 */
	public static Surroundings of(Clock clock) {
		return new Surroundings(clock, new Events(Signals.NONE), CurrentUser.NOBODY, AutomaticSource.CONSTRUCTOR,
				new Tenants(TenantResolver.NONE), InstanceCheck.NONE);
	}

}
