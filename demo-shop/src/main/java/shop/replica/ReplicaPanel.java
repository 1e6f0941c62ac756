package shop.replica;

import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.ReplicaState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Hands the page how the standby is. */
final class ReplicaPanel implements HandlerInterceptor {

	private final WatchedReplicas replicas;

	private final StandbyServer standby;

	ReplicaPanel(WatchedReplicas replicas, StandbyServer standby) {
		this.replicas = replicas;
		this.standby = standby;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		if (view != null) {
			ReplicaState state = this.replicas.all().get(0).cluster().replicas().get(0);
			request.setAttribute("replica", new Shown(state.name(), state.condition().name(), state.lag().toMillis(),
					this.standby.isReplaying()));
		}
	}

	/**
	 * What the page shows.
	 *
	 * @param name the replica
	 * @param condition how it is
	 * @param lag the age of the oldest commit it lacks, in milliseconds
	 * @param replaying whether it takes in what the primary writes
	 */
	public record Shown(String name, String condition, long lag, boolean replaying) {

	}

}
