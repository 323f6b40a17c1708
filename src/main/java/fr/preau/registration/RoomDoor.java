package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every form that takes seats: around the opening of an edition that has a [WaitingRoom], only those who
/// were called pass, whether they open the form or send it.
@Component
class RoomDoor implements HandlerInterceptor, WebMvcConfigurer {
    private final WaitingRoom room;
    private final Events events;
    private final Editions editions;
    private final RoomPages pages;

    RoomDoor(WaitingRoom room, Events events, Editions editions, RoomPages pages) {
        this.pages = pages;
        this.room = room;
        this.events = events;
        this.editions = editions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/evenements/*/seances/*/inscription");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        var edition = edition(request).filter(room::isInService);
        if (edition.isEmpty()) {
            return true;
        }
        var standing = room.standing(edition.get(), RoomCookie.read(request));
        RoomCookie.write(standing, response);
        if (standing instanceof Standing.Inside inside) {
            if ("POST".equals(request.getMethod())) {
                room.countForm(inside);
            }
            return true;
        }
        pages.sendBack(edition.get(), standing, request, response);
        return false;
    }

    /// Of the event in the address; none when there is no such event, which its page then says.
    private Optional<Edition> edition(HttpServletRequest request) {
        return Calls.event(request).flatMap(events::lately).flatMap(event -> editions.lately(event.edition()));
    }
}
