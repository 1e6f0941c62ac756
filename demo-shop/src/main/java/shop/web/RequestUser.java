package shop.web;

import java.util.Optional;

import dev.orm.automatic.CurrentUser;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Says who writes: whom the header {@code X-User} names, as the shop has no log-in.
 */
@Component
class RequestUser implements CurrentUser {

	@Override
	public Optional<String> get() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? Optional.ofNullable(request.getRequest().getHeader("X-User")) : Optional.empty();
	}

}
