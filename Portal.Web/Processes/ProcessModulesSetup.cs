namespace Portal.Web.Processes;

public static class ProcessModulesSetup
{
    /// <summary>Every class of this assembly that brings the screens of a process.</summary>
    public static IServiceCollection AddProcessModules(this IServiceCollection services)
    {
        foreach (var type in typeof(ProcessScreens).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsNested: false } && t.IsSubclassOf(typeof(ProcessScreens))))
        {
            services.AddSingleton(typeof(ProcessScreens), type);
        }

        return services.AddSingleton<ProcessModules>();
    }
}
