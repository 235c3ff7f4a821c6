package it;

class Later {
    static String text() {
        return "as it was compiled afterwards";
    }
}
