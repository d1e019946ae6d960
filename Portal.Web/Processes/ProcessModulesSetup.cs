using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Web.Processes;

public static class ProcessModulesSetup
{
    private static readonly Type[] Plugs =
    [
        typeof(ProcessScreens), typeof(IDailyWork), typeof(IPlannedMatters), typeof(IDryRunRecord), typeof(IComplianceSource),
        typeof(IWorkbookPart), typeof(IAreaFacts), typeof(IAreaFigure), typeof(IAreaChart),
        typeof(IInternalMatters),
    ];

    private static readonly IReadOnlyList<ProcessModule> Modules =
        [.. Classes(typeof(ProcessModule)).Select(t => (ProcessModule)Activator.CreateInstance(t)!)
            .OrderBy(m => m.GetType().Name, StringComparer.Ordinal)];

    /// <summary>Every class of this assembly that a module plugs into the shared floors with.</summary>
    public static IServiceCollection AddProcessModules(this IServiceCollection services)
    {
        foreach (var plug in Plugs)
        {
            services.TryAddEnumerable(Classes(plug).Select(type => ServiceDescriptor.Singleton(plug, type)));
        }

        foreach (var module in Modules)
        {
            module.AddServices(services);
            services.AddSingleton(module);
        }

        return services.AddSingleton<ProcessModules>();
    }

    public static void MapProcessModules(this IEndpointRouteBuilder routes)
    {
        foreach (var module in Modules)
        {
            module.MapDocuments(routes);
        }
    }

    private static IEnumerable<Type> Classes(Type plug) =>
        typeof(ProcessModule).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsNested: false } && t.IsAssignableTo(plug));
}
