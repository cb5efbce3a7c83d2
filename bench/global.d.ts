/** Some peers bring the types of browsers, whose caches have no default one. */
interface CacheStorage {
  default: Cache;
}
