# SPDX-FileCopyrightText: 2026 The Wiretale authors
# SPDX-License-Identifier: GPL-3.0-or-later

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

# mold links a test in a tenth of the time; nothing depends on it.
find_program(WIRETALE_MOLD mold)
if(WIRETALE_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# One place for what every target of ours is compiled with. Linked PRIVATE, so that it never leaks.
function(wiretale_compile_settings)
    add_library(wiretale_settings INTERFACE)
    target_compile_options(wiretale_settings INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast
        $<$<BOOL:${WIRETALE_WERROR}>:-Werror>)
    target_compile_definitions(wiretale_settings INTERFACE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
        QT_DISABLE_DEPRECATED_BEFORE=0x060400
        WIRETALE_VERSION="${PROJECT_VERSION}")
    # Not for tests: Qt 6.8's QTRY macros turn a count of milliseconds into an int. What clang counts in with
    # -Wconversion, gcc does not.
    add_library(wiretale_strict INTERFACE)
    target_compile_options(wiretale_strict INTERFACE
        -Wconversion $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>)
    if(WIRETALE_SANITIZE)
        # A finding ends the program, so that no test passes over one.
        target_compile_options(wiretale_settings INTERFACE
            -fsanitize=${WIRETALE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(wiretale_settings INTERFACE -fsanitize=${WIRETALE_SANITIZE})
    endif()
    if(WIRETALE_FUZZ)
        if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
            message(FATAL_ERROR "WIRETALE_FUZZ needs libFuzzer, which comes with clang: use the preset fuzz")
        endif()
        target_compile_options(wiretale_settings INTERFACE -fsanitize=fuzzer-no-link)
    endif()
endfunction()

# The dependency rule of the project: what each target may use, transitively closed by hand so that it can
# be read. tests/tst_includegraph.cpp proves the same over the includes.
set(WIRETALE_MAY_USE_wiretale_common "")
set(WIRETALE_MAY_USE_wiretale_server wiretale_common)
set(WIRETALE_MAY_USE_wiretale_client wiretale_common)
set(WIRETALE_MAY_USE_wiretale_wire wiretale_common wiretale_client)
set(WIRETALE_MAY_USE_wiretale_journal wiretale_common wiretale_wire)
set(WIRETALE_MAY_USE_wiretale_lesson
    wiretale_common wiretale_server wiretale_client wiretale_wire wiretale_journal)
set(WIRETALE_MAY_USE_wiretale_exporters wiretale_common wiretale_wire wiretale_journal)
set(WIRETALE_MAY_USE_wiretale_views wiretale_common wiretale_wire wiretale_journal)
set(WIRETALE_MAY_USE_wiretale_pictures
    wiretale_common wiretale_wire wiretale_journal wiretale_exporters wiretale_views)

# wiretale_add_library(NAME SOURCES file... [USES our-target...] [QT module...])
# A static library of ours; stops CMake on a link that the dependency rule forbids.
function(wiretale_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;QT" ${ARGN})
    foreach(used IN LISTS ARG_USES)
        if(NOT used IN_LIST WIRETALE_MAY_USE_${name})
            message(FATAL_ERROR "${name} may not use ${used}: see the dependency rule in cmake/Wiretale.cmake")
        endif()
    endforeach()
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    set(qt ${ARG_QT})
    list(TRANSFORM qt PREPEND Qt6::)
    target_link_libraries(${name} PUBLIC ${ARG_USES} ${qt} PRIVATE wiretale_settings wiretale_strict)
    target_precompile_headers(${name} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")
endfunction()

# wiretale_add_test(NAME file... LIBRARIES target... [ENVIRONMENT NAME=VALUE...])
# One Qt Test executable; its GUI, if any, is on the offscreen platform unless ENVIRONMENT says otherwise.
function(wiretale_add_test name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} Qt6::Test wiretale_settings)
    target_compile_definitions(${name} PRIVATE WIRETALE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    # One for all of them: each of its own would take longer to make than it saves. Clang takes a precompiled
    # header only with the very same definitions, and tests differ in the Qt modules that they name.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        if(NOT TARGET wiretale_tests_precompiled)
            file(WRITE "${PROJECT_BINARY_DIR}/precompiled.cpp" "")
            add_library(wiretale_tests_precompiled OBJECT "${PROJECT_BINARY_DIR}/precompiled.cpp")
            # Of Qt's modules only what every test names: a header made with more of them defined is refused.
            target_link_libraries(wiretale_tests_precompiled PRIVATE Qt6::Core wiretale_settings)
            target_precompile_headers(wiretale_tests_precompiled PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")
        endif()
        target_precompile_headers(${name} REUSE_FROM wiretale_tests_precompiled)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_THREADED_GLIB=1;${ARG_ENVIRONMENT}")
endfunction()

# wiretale_test_under_xvfb(NAME [WIDTHxHEIGHT [function[:row]...]])
# Runs a test, or some of its functions, once more on a real X display, made for it by Xvfb.
find_program(WIRETALE_XVFB_RUN xvfb-run)
function(wiretale_test_under_xvfb name)
    set(screen 1280x800)
    if(ARGC GREATER 1)
        set(screen ${ARGV1})
    endif()
    set(only ${ARGN})
    list(POP_FRONT only)
    if(NOT WIRETALE_XVFB_RUN)
        message(STATUS "No xvfb-run here: ${name} runs on the offscreen platform only")
        return()
    endif()
    add_test(NAME ${name}_${screen}
        COMMAND ${WIRETALE_XVFB_RUN} -a -s "-screen 0 ${screen}x24" $<TARGET_FILE:${name}> ${only})
    set_tests_properties(${name}_${screen} PROPERTIES TIMEOUT 120 RESOURCE_LOCK xvfb
        ENVIRONMENT "QT_QPA_PLATFORM=xcb;QT_NO_THREADED_GLIB=1")
endfunction()

# Adds a folder only when it has something to build.
macro(wiretale_add_folder folder)
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt")
        add_subdirectory(${folder})
    endif()
endmacro()

wiretale_compile_settings()
