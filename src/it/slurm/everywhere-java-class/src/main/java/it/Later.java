package it;

import dep.Dependency;

/** A class that is loaded only when the tasks go on. */
class Later {
    static String text() {
        return "as it was at submit, with " + Dependency.text();
    }
}
