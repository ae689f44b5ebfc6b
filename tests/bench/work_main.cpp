#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include "../catch_main.cpp"
